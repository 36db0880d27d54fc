//! The code with which a partner reads what came of its board. It is shown once, when it is made; the database has its
//! SHA-256 alone. A hundred bits of chance need no slower hash: nobody tries them all.

use sha2::{Digest as _, Sha256};

/// Letters and digits that nobody confuses (Crockford).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many there are.
const LENGTH: usize = 20;
/// So many stand together.
const GROUP: usize = 5;

/// A new code, in groups.
///
/// # Errors
/// When the system gives no randomness.
pub fn make() -> Result<String, getrandom::Error> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes)?;
    let letters: Vec<char> = bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    Ok(letters.chunks(GROUP).map(String::from_iter).collect::<Vec<_>>().join("-"))
}

/// What the database keeps of a code, however it was typed.
#[must_use]
pub fn hash(code: &str) -> String {
    let plain: String = code
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .map(|c| match c.to_ascii_lowercase() {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        })
        .collect();
    let digest = Sha256::new().chain_update("passerelle partner code\n").chain_update(plain).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_long_and_forgives_how_it_is_typed() {
        let code = make().unwrap();
        assert_eq!(code.len(), LENGTH + LENGTH / GROUP - 1, "{code}");
        assert_ne!(code, make().unwrap());
        assert_eq!(hash(&code), hash(&format!(" {} ", code.to_uppercase().replace('-', " "))));
        assert_eq!(hash("0l1-io"), hash("01110"));
        assert_ne!(hash(&code), hash(&code[1..]));
        assert_ne!(hash(""), hash(&code));
    }
}
