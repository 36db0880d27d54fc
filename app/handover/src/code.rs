//! A code that can be dictated: ten of 32 letters and digits (50 bits), without O and 0, I and 1.

use std::fmt;

/// Letters and digits that nobody takes for another.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Length of a code.
const LENGTH: usize = 10;

/// A code.
#[derive(Clone, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Another length.
    #[error("a code has ten letters and digits, this text has {0}")]
    Length(usize),
    /// A character that no code has.
    #[error("no code has the character {0:?}")]
    Letter(char),
}

impl Code {
    /// The code of ten random bytes: each letter is as likely as any other.
    #[must_use]
    pub fn of_random(bytes: [u8; LENGTH]) -> Self {
        Self(bytes.map(|byte| LETTERS[usize::from(byte) % LETTERS.len()]))
    }

    /// Reads a code as people write it: small letters, spaces, hyphens.
    ///
    /// # Errors
    /// When it is too short or long, or holds what no code has.
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let own: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '_')).collect();
        let mut letters = [0; LENGTH];
        for (place, letter) in letters.iter_mut().zip(&own) {
            let upper = u8::try_from(letter.to_ascii_uppercase()).map_err(|_| CodeError::Letter(*letter))?;
            *place = *LETTERS.iter().find(|known| **known == upper).ok_or(CodeError::Letter(*letter))?;
        }
        if own.len() == LENGTH { Ok(Self(letters)) } else { Err(CodeError::Length(own.len())) }
    }

    /// Its letters.
    #[must_use]
    pub(crate) const fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }
}

/// In two halves, as it is dictated.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.iter().enumerate() {
            if at == LENGTH / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

/// A code opens what somebody shows: it stands in no log.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_people_write_it() {
        let code = Code::parse("abcde-fghjk").unwrap();
        assert_eq!(code.to_string(), "ABCDE-FGHJK");
        assert_eq!(Code::parse(" ABCDE FGHJK\n").unwrap(), code);
        assert_eq!(Code::parse("ABCDE"), Err(CodeError::Length(5)));
        assert_eq!(Code::parse(""), Err(CodeError::Length(0)));
        assert_eq!(Code::parse("ABCDEFGHJKL"), Err(CodeError::Length(11)));
        for no in ['O', '0', 'I', '1', 'é', '€'] {
            assert_eq!(Code::parse(&format!("ABCDEFGHJ{no}")), Err(CodeError::Letter(no)));
        }
        assert!(!format!("{code:?}").contains('A'));
    }

    proptest! {
        #[test]
        fn every_code_is_read_again(bytes: [u8; 10]) {
            let code = Code::of_random(bytes);
            prop_assert_eq!(Code::parse(&code.to_string()).unwrap(), code);
        }

        #[test]
        fn no_text_breaks_it(text in "\\PC{0,30}") {
            let _ = Code::parse(&text);
        }
    }
}
