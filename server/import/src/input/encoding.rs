//! From bytes to text: UTF-16 and what a document declares, on the way; eight-bit encodings, line by line.
//!
//! Nothing is replaced or dropped in silence: bytes that their encoding does not have are an error
//! that names the encoding.

use encoding_rs::{Decoder, DecoderResult, Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// What is decoded at a time, in bytes.
const CHUNK: usize = 16 << 10;
/// How much of a file says whether it is UTF-16, in bytes.
const SAMPLE: usize = 1 << 10;

/// Bytes that are not of the encoding that they are read in.
#[derive(Debug, thiserror::Error)]
#[error("ces octets ne sont pas du {encoding} : enregistrez le fichier en UTF-8")]
pub struct NotInEncoding {
    /// The encoding's name.
    pub encoding: &'static str,
}

/// UTF-16 by its mark, or by the zero in every second byte that Latin letters have in it.
pub(crate) fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    match head {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let pairs = head[..head.len().min(SAMPLE)].chunks_exact(2);
    let (mut first, mut second, mut all) = (0, 0, 0);
    for pair in pairs {
        all += 1;
        first += usize::from(pair[0] == 0);
        second += usize::from(pair[1] == 0);
    }
    // A text of the hub is mostly Latin; a file of zeros or an archive is neither.
    if all < 8 {
        None
    } else if first == 0 && second * 2 > all {
        Some(UTF_16LE)
    } else if second == 0 && first * 2 > all {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A reader of UTF-8 over bytes of another encoding. Bytes that are none of it are an error.
pub(crate) struct Transcoded<R> {
    inner: R,
    decoder: Decoder,
    encoding: &'static Encoding,
    out: Vec<u8>,
    at: usize,
    over: bool,
}

impl<R: BufRead> Transcoded<R> {
    /// Reads `inner` in this encoding; a mark at its beginning is taken off.
    pub(crate) fn new(inner: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { inner, decoder, encoding, out: Vec::new(), at: 0, over: false }
    }

    /// Decodes the next bytes; `out` stays empty at the end only.
    fn refill(&mut self) -> io::Result<()> {
        self.out.resize(CHUNK, 0);
        self.at = 0;
        let mut written = 0;
        while written == 0 && !self.over {
            let source = self.inner.fill_buf()?;
            let last = source.is_empty();
            let (result, read, wrote) = self.decoder.decode_to_utf8_without_replacement(source, &mut self.out, last);
            self.inner.consume(read);
            written = wrote;
            match result {
                DecoderResult::Malformed(..) => {
                    let fault = NotInEncoding { encoding: self.encoding.name() };
                    return Err(io::Error::new(io::ErrorKind::InvalidData, fault));
                }
                DecoderResult::InputEmpty => self.over = last,
                DecoderResult::OutputFull => {}
            }
        }
        self.out.truncate(written);
        Ok(())
    }
}

impl<R: BufRead> Read for Transcoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.out.len() && !self.over {
            self.refill()?;
        }
        let n = buffer.len().min(self.out.len() - self.at);
        buffer[..n].copy_from_slice(&self.out[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

/// The eight-bit encodings that spreadsheets write, told apart by what French text looks like in them:
/// Windows-1252 (with the few signs of ISO-8859-15) and Mac Roman. Remembers what it saw: the lines of
/// one file are in one encoding.
#[derive(Debug, Default)]
pub struct EightBit {
    windows: i64,
    mac: i64,
}

impl EightBit {
    /// The text of one line or record: UTF-8 when all of it is, else the likeliest of the others.
    ///
    /// The choice between UTF-8 and the others is by line: one bad line of a UTF-8 file does not spoil
    /// the others, and French text in another encoding is practically never valid UTF-8 by chance.
    #[must_use]
    pub fn decode<'a>(&mut self, bytes: &'a [u8]) -> Cow<'a, str> {
        if let Ok(text) = std::str::from_utf8(bytes) {
            return Cow::Borrowed(text);
        }
        let windows = latin9(&WINDOWS_1252.decode_without_bom_handling(bytes).0);
        let mac = MACINTOSH.decode_without_bom_handling(bytes).0;
        self.windows += likeness(&windows);
        self.mac += likeness(&mac);
        if self.mac > self.windows { mac } else { Cow::Owned(windows) }
    }
}

/// How much a text looks French, by its letters beyond ASCII alone.
fn likeness(text: &str) -> i64 {
    let mut before = ' ';
    let mut sum = 0;
    for c in text.chars() {
        sum += match c {
            _ if c.is_ascii() => 0,
            'à' | 'â' | 'ä' | 'ç' | 'é' | 'è' | 'ê' | 'ë' | 'î' | 'ï' | 'ô' | 'ö' | 'ù' | 'û' | 'ü' | 'œ' => {
                2
            }
            'æ' => 0,
            'À' | 'Â' | 'Ç' | 'É' | 'È' | 'Ê' | 'Ë' | 'Î' | 'Ï' | 'Ô' | 'Ù' | 'Û' | 'Ÿ' | 'Œ'
                if !before.is_lowercase() =>
            {
                1
            }
            '«' | '»' | '’' | '‘' | '“' | '”' | '–' | '—' | '…' | '€' | '°' | '²' | '•' | '·' | '\u{a0}' => {
                1
            }
            _ => -2,
        };
        before = c;
    }
    sum
}

/// ISO-8859-15 has `€ œ Œ Ÿ` where Windows-1252 has signs that no French word has in it.
fn latin9(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied().filter(|c| c.is_alphabetic());
    // "½h" is half an hour; "½uvre", "s½ur", "f½tus" are words.
    let goes_on = |at: usize| letter(Some(at + 1)).is_some_and(|c| "uidsnctlUIDSNCTL".contains(c));
    let own = |(at, c): (usize, &char)| match c {
        '¤' => '€',
        '½' if goes_on(at) => 'œ',
        '¼' if goes_on(at) => 'Œ',
        '¾' if letter(at.checked_sub(1)).is_some_and(char::is_uppercase) => 'Ÿ',
        other => *other,
    };
    chars.iter().enumerate().map(own).collect()
}

/// [`EightBit::decode`] of one record that stands alone.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    EightBit::default().decode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text as a file in this encoding holds it.
    fn written(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn the_encodings_of_spreadsheets_are_told_apart() {
        let lines = ["Dépôt d’été à Lille", "Élève, façade, hôtel", "Où êtes-vous ? « Ici »", "12,31 €", "cœur"];
        for encoding in [WINDOWS_1252, MACINTOSH] {
            let mut reader = EightBit::default();
            for line in lines {
                assert_eq!(reader.decode(&written(line, encoding)), line, "{}", encoding.name());
            }
        }
        assert_eq!(decode("é€".as_bytes()), "é€");
        assert_eq!(decode(b"caf\xe9 \x80"), "café €");
    }

    #[test]
    fn euros_and_ligatures_of_iso_8859_15_are_read() {
        assert_eq!(decode(b"12 \xa4 brut"), "12 € brut");
        assert_eq!(decode(b"main d'\xbduvre, s\xbdur, \xbcUVRE"), "main d'œuvre, sœur, ŒUVRE");
        assert_eq!(decode(b"L'HA\xbe-LES-ROSES"), "L'HAŸ-LES-ROSES");
        assert_eq!(decode(b"\xbd journ\xe9e, 1\xbdh, \xbdh"), "½ journée, 1½h, ½h");
    }

    #[test]
    fn utf16_is_known_with_and_without_its_mark() {
        let little: Vec<u8> = "reference;titre\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "reference;titre\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!((utf16(&little), utf16(&big)), (Some(UTF_16LE), Some(UTF_16BE)));
        assert_eq!((utf16(b"\xff\xfea"), utf16(b"\xfe\xffa")), (Some(UTF_16LE), Some(UTF_16BE)));
        assert_eq!((utf16(b"reference;titre\n"), utf16(&[0; 64]), utf16(b"")), (None, None, None));
    }

    #[test]
    fn what_is_not_of_the_encoding_is_an_error_that_names_it() {
        let mut text = String::new();
        let lone = [0x41, 0x00, 0x3d, 0xd8, 0x42, 0x00];
        let error = Transcoded::new(&lone[..], UTF_16LE).read_to_string(&mut text).unwrap_err();
        assert!(error.to_string().contains("UTF-16LE"), "{error}");
    }
}
