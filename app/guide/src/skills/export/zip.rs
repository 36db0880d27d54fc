//! Just enough of ZIP (APPNOTE 6.3) for an OpenDocument file: entries stored, in the order given.

/// An archive of these files.
pub(super) fn stored(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, bytes) in files {
        let at = out.len() as u32;
        let head = header(name, bytes);
        out.extend(0x0403_4b50u32.to_le_bytes());
        out.extend(&head);
        out.extend(name.bytes());
        out.extend(*bytes);
        directory.extend(0x0201_4b50u32.to_le_bytes());
        directory.extend(20u16.to_le_bytes());
        directory.extend(&head);
        // No comment, first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let (at, count) = (out.len() as u32, files.len() as u16);
    out.extend(&directory);
    out.extend(0x0605_4b50u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// What the local and the central header share: version 2.0, UTF-8 names, stored, the first day of 1980.
fn header(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut head = Vec::new();
    head.extend(20u16.to_le_bytes());
    head.extend(0x0800u16.to_le_bytes());
    head.extend(0u16.to_le_bytes());
    head.extend(0u16.to_le_bytes());
    head.extend(0x0021u16.to_le_bytes());
    head.extend(crc32fast::hash(bytes).to_le_bytes());
    head.extend((bytes.len() as u32).to_le_bytes());
    head.extend((bytes.len() as u32).to_le_bytes());
    head.extend((name.len() as u16).to_le_bytes());
    head.extend(0u16.to_le_bytes());
    head
}
