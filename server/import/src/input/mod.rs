//! Opens what an import reads: a path or `-`, gzip or not, in the encodings that people's programs write.
//!
//! Called by the commands of the server and by the parsers of this crate.

mod encoding;

pub(crate) use encoding::Transcoded;
pub use encoding::{EightBit, NotInEncoding, decode};

use crate::ImportError;
use flate2::bufread::MultiGzDecoder;
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
/// How much is looked at to know what a file is, in bytes.
const HEAD: usize = 2 << 10;

/// An open file: unzipped on the way, ready to be read once.
pub type Input = Box<dyn BufRead + Send>;

/// Opens a path, or standard input for `-`. Gzip is known by its first bytes, not by its name. UTF-16
/// becomes UTF-8; the mark that some programs put before UTF-8 is taken off; other bytes stay as they are.
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
    let (head, mut text) = peeked(unzipped(raw)?)?;
    if let Some(encoding) = encoding::utf16(&head) {
        return Ok(Box::new(BufReader::with_capacity(BUFFER, Transcoded::new(text, encoding))));
    }
    if head.starts_with(BOM) {
        text.consume(BOM.len());
    }
    Ok(text)
}

/// What is in a gzip file, or the file itself.
fn unzipped(raw: impl Read + Send + 'static) -> io::Result<Input> {
    let (head, reader) = peeked(raw)?;
    Ok(if head.starts_with(&GZIP) {
        Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(reader)))
    } else {
        reader
    })
}

/// The first bytes, and a reader that still begins with them.
fn peeked(raw: impl Read + Send + 'static) -> io::Result<(Vec<u8>, Input)> {
    let mut reader = BufReader::with_capacity(BUFFER, raw);
    let mut head = Vec::with_capacity(HEAD);
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    Ok((head.clone(), Box::new(Cursor::new(head).chain(reader))))
}

/// Opens an archive, which must be read back and forth: a path, or `-`, held in memory.
///
/// # Errors
/// When it cannot be read, or is larger than 256 MB.
pub fn open_seekable(path: &Path) -> Result<impl Read + Seek + Send + use<>, ImportError> {
    let mut bytes = Vec::new();
    let failed = |source| ImportError::Open { path: path.display().to_string(), source };
    let opened = if path == Path::new("-") { unzipped(io::stdin()) } else { File::open(path).and_then(unzipped) };
    let read = opened.map_err(failed)?.take(MAX_ARCHIVE + 1).read_to_end(&mut bytes);
    let read = read.and_then(|n| {
        if n as u64 > MAX_ARCHIVE { Err(io::Error::other("archive larger than 256 MB")) } else { Ok(()) }
    });
    read.map_err(failed)?;
    Ok(Cursor::new(bytes))
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
    fn utf16_becomes_utf8() {
        let text = "r\u{e9}f\u{e9}rence;titre\r\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in
            [little.clone(), big.clone(), [vec![0xff, 0xfe], little].concat(), [vec![0xfe, 0xff], big].concat()]
        {
            assert_eq!(read(&bytes), text.as_bytes());
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = open(Path::new("nowhere.csv")).map(|_| ()).unwrap_err();
        assert!(error.to_string().contains("nowhere.csv"));
    }
}
