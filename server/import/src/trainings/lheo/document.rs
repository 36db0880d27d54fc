//! From the bytes of a document to its text: the encoding that it declares, or the one that its bytes are in
//! where the two differ; and on which line the reading is. Used by [`super`] only.

use crate::ImportError;
use crate::input::Transcoded;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

/// How far a document is read to know its encoding, in bytes.
const WINDOW: usize = 1 << 20;
/// So many bytes beyond ASCII are enough to know.
const ENOUGH: usize = 64;

/// A document as UTF-8, that knows on which line it is and reads no more than it is allowed to.
pub(super) struct Document<R: BufRead> {
    inner: BufReader<Transcoded<Chain<Cursor<Vec<u8>>, R>>>,
    pub(super) line: u64,
    /// Bytes that may be taken before [`Document::allow`] is called again.
    left: usize,
}

impl<R: BufRead> Document<R> {
    /// # Errors
    /// When the first bytes cannot be read, or declare an encoding that nobody knows.
    pub(super) fn open(what: &str, mut input: R) -> Result<Self, ImportError> {
        let mut head: Vec<u8> = Vec::new();
        let failed = |source| ImportError::reading(what, 1, source);
        while head.len() < WINDOW && head.iter().filter(|byte| !byte.is_ascii()).count() < ENOUGH {
            let chunk = input.fill_buf().map_err(failed)?;
            if chunk.is_empty() {
                break;
            }
            let taken = chunk.len();
            head.extend_from_slice(chunk);
            input.consume(taken);
        }
        let encoding = encoding(&head).map_err(|name| ImportError::UnknownEncoding { what: what.to_owned(), name })?;
        let text = Transcoded::new(Cursor::new(head).chain(input), encoding);
        Ok(Self { inner: BufReader::with_capacity(64 << 10, text), line: 1, left: usize::MAX })
    }

    /// Allows so many bytes to be taken: what one event of the reader may need.
    pub(super) const fn allow(&mut self, bytes: usize) {
        self.left = bytes;
    }
}

/// The encoding of a document that begins so, or the name of one that is not known.
fn encoding(head: &[u8]) -> Result<&'static Encoding, String> {
    match head {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => return Ok(UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', ..] => return Ok(UTF_16BE),
        [0xef, 0xbb, 0xbf, ..] => return Ok(UTF_8),
        _ => {}
    }
    let declared = match declared(head) {
        None => UTF_8,
        Some(name) => Encoding::for_label(name.as_bytes()).ok_or(name)?,
    };
    let (signs, wrong) = multibyte(head);
    Ok(match (signs > 0, wrong) {
        // Whatever is declared, the bytes are UTF-8: no other text is by chance. What declares UTF-16 in letters
        // of one byte was made UTF-8 on its way.
        (true, false) => UTF_8,
        (false, false) if declared == UTF_16LE || declared == UTF_16BE => UTF_8,
        // Declared UTF-8 without one sign of it: a program that wrote what it had.
        (false, true) if declared == UTF_8 => WINDOWS_1252,
        _ => declared,
    })
}

/// What `<?xml … encoding="…"?>` says.
fn declared(head: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&head[..head.len().min(300)]).into_owned();
    let said = head.trim_start().strip_prefix("<?xml")?;
    let said = &said[..said.find("?>")?];
    let (_, after) = said.split_once("encoding")?;
    let after = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    after[1..].split(quote).next().map(str::to_owned)
}

/// How many signs of several bytes of UTF-8 there are, and whether anything is none; what the end cuts counts
/// for nothing.
fn multibyte(bytes: &[u8]) -> (usize, bool) {
    let (text, wrong) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, false),
        Err(error) => {
            (std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(), error.error_len().is_some())
        }
    };
    (text.chars().filter(|c| !c.is_ascii()).count(), wrong)
}

impl<R: BufRead> Read for Document<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let n = available.len().min(out.len());
        out[..n].copy_from_slice(&available[..n]);
        self.consume(n);
        Ok(n)
    }
}

impl<R: BufRead> BufRead for Document<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        let lines = self.inner.buffer().iter().take(amount).filter(|byte| **byte == b'\n').count();
        self.line += lines as u64;
        self.left = self.left.saturating_sub(amount);
        self.inner.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, String> {
        let mut text = String::new();
        let mut document = Document::open("essai", bytes).map_err(|error| error.to_string())?;
        document.read_to_string(&mut text).map_err(|error| error.to_string())?;
        Ok(text.split_once("?>").map_or(text.clone(), |(_, rest)| rest.to_owned()))
    }

    fn with(declared: &str, body: &[u8]) -> Vec<u8> {
        [format!("<?xml version=\"1.0\" encoding=\"{declared}\"?>").as_bytes(), body].concat()
    }

    #[test]
    fn what_is_declared_is_read_unless_the_bytes_are_something_else() {
        assert_eq!(read(&with("ISO-8859-1", b"\xe9t\xe9")).as_deref(), Ok("été"));
        assert_eq!(read(&with("ISO-8859-15", b"\xbduvre 12 \xa4")).as_deref(), Ok("œuvre 12 €"));
        assert_eq!(read(&with("windows-1252", b"\x9cuvre 12 \x80")).as_deref(), Ok("œuvre 12 €"));
        assert_eq!(read(&with("UTF-8", "été".as_bytes())).as_deref(), Ok("été"));
        assert_eq!(read(&with("ISO-8859-1", "été".as_bytes())).as_deref(), Ok("été"));
        assert_eq!(read(&with("UTF-8", b"\xe9t\xe9")).as_deref(), Ok("été"));
        assert_eq!(read("\u{feff}<a>été</a>".as_bytes()).as_deref(), Ok("<a>été</a>"));
        let units = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>été".encode_utf16();
        let little: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&[vec![0xff, 0xfe], little.clone()].concat()).as_deref(), Ok("été"));
        assert_eq!(read(&little).as_deref(), Ok("été"));
        assert_eq!(read(&with("UTF-16", "été".as_bytes())).as_deref(), Ok("été"), "made UTF-8 on its way");
    }

    #[test]
    fn what_cannot_be_read_names_the_encoding() {
        let unknown = read(&with("EBCDIC-FR", b"x")).unwrap_err();
        assert!(unknown.contains("EBCDIC-FR"), "{unknown}");
        let damaged = read(&with("UTF-8", b"\xc3\xa9t\xe9")).unwrap_err();
        assert!(damaged.contains("UTF-8"), "{damaged}");
    }
}
