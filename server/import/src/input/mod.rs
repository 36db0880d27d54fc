//! Opens what an import reads: a path or `-`, gzip or not, UTF-8 or Windows-1252.
//!
//! Called by the commands of the server and by the parsers of this crate.

use crate::ImportError;
use encoding_rs::WINDOWS_1252;
use flate2::bufread::MultiGzDecoder;
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;

/// The largest record, in bytes.
pub const MAX_RECORD: usize = 4 << 20;
/// The largest archive that is held in memory, in bytes.
const MAX_ARCHIVE: u64 = 256 << 20;
const BUFFER: usize = 64 << 10;
const GZIP: [u8; 2] = [0x1f, 0x8b];
const BOM: &[u8] = b"\xef\xbb\xbf";

/// An open file: unzipped on the way, ready to be read once.
pub type Input = Box<dyn BufRead + Send>;

/// Opens a path, or standard input for `-`. Gzip is known by its first bytes, not by its name;
/// the mark that some programs put before UTF-8 is taken off.
///
/// # Errors
/// When the file cannot be opened or its first bytes cannot be read.
pub fn open(path: &Path) -> Result<Input, ImportError> {
    let opened = if path == Path::new("-") { wrap(io::stdin()) } else { File::open(path).and_then(wrap) };
    opened.map_err(|source| ImportError::Open { path: path.display().to_string(), source })
}

/// [`open`] for what is already open.
///
/// # Errors
/// When the first bytes cannot be read.
pub fn wrap(raw: impl Read + Send + 'static) -> io::Result<Input> {
    let mut reader = BufReader::with_capacity(BUFFER, raw);
    let (head, mut reader) = {
        let head = take_head(&mut reader)?;
        (head.clone(), Cursor::new(head).chain(reader))
    };
    if head.starts_with(&GZIP) {
        let mut text = BufReader::with_capacity(BUFFER, MultiGzDecoder::new(reader));
        let head = take_head(&mut text)?;
        let skip = if head.starts_with(BOM) { BOM.len() } else { 0 };
        return Ok(Box::new(Cursor::new(head[skip..].to_vec()).chain(text)));
    }
    if head.starts_with(BOM) {
        reader.consume(BOM.len());
    }
    Ok(Box::new(reader))
}

/// The first three bytes, or fewer when there are fewer.
fn take_head(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(BOM.len());
    reader.by_ref().take(BOM.len() as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// Opens an archive, which must be read back and forth: a path, or `-`, held in memory.
///
/// # Errors
/// When it cannot be read, or is larger than 256 MB.
pub fn open_seekable(path: &Path) -> Result<impl Read + Seek + Send + use<>, ImportError> {
    let mut bytes = Vec::new();
    let read = open(path)?.take(MAX_ARCHIVE + 1).read_to_end(&mut bytes);
    let read = read.and_then(|n| {
        if n as u64 > MAX_ARCHIVE { Err(io::Error::other("archive larger than 256 MB")) } else { Ok(()) }
    });
    read.map_err(|source| ImportError::Open { path: path.display().to_string(), source })?;
    Ok(Cursor::new(bytes))
}

/// Text of a whole record: UTF-8 when all of it is valid UTF-8, else Windows-1252.
///
/// The decision is by record, not by file: one bad line of a UTF-8 file does not spoil the others,
/// and French text in Windows-1252 is practically never valid UTF-8 by chance.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn read(bytes: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        wrap(Cursor::new(bytes.to_vec())).unwrap().read_to_end(&mut out).unwrap();
        out
    }

    #[test]
    fn gzip_is_known_by_its_bytes_and_the_mark_is_taken_off() {
        let gz = |text: &[u8]| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(text).unwrap();
            encoder.finish().unwrap()
        };
        assert_eq!(read(b"abc"), b"abc");
        assert_eq!(read(b"\xef\xbb\xbfabc"), b"abc");
        assert_eq!(read(&gz(b"\xef\xbb\xbfabc")), b"abc");
        assert_eq!(read(&[gz(b"ab"), gz(b"c")].concat()), b"abc");
        assert_eq!(read(b""), b"");
        assert_eq!(read(b"a"), b"a");
    }

    #[test]
    fn a_record_is_utf8_or_windows_1252() {
        assert_eq!(decode("é€".as_bytes()), "é€");
        assert_eq!(decode(b"caf\xe9 \x80"), "café €");
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = open(Path::new("nowhere.csv")).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains("nowhere.csv"));
    }
}
