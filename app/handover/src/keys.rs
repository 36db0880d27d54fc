//! From a code to a name and a key, and what is sealed with them.

use crate::code::Code;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{Key, KeyInit as _, XChaCha20Poly1305, XNonce};

/// Memory of one derivation, in KiB: what each guess of a code costs.
const MEMORY: u32 = 64 * 1024;
/// Passes over it.
const PASSES: u32 = 2;
/// Separates these keys from those of any other use. A code is random and used once: a salt that both sides
/// know without asking is enough.
const SALT: &[u8] = b"passerelle handover 1";
/// Bytes of a name.
const ID: usize = 16;
/// Bytes of a key.
const KEY: usize = 32;
/// Bytes of a nonce.
pub const NONCE: usize = 24;
/// What is sealed is filled up to a multiple of this: its length tells nothing.
const FILL: usize = 2_048;

/// What follows from a code.
pub struct Keys {
    id: [u8; ID],
    key: [u8; KEY],
}

/// Why something cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// It was sealed under another code, or changed since.
    #[error("it was sealed under another code, or changed")]
    Sealed,
}

impl Keys {
    /// Name and key of a code, by Argon2id (RFC 9106). `None` when the machine has not the memory for it.
    #[must_use]
    pub fn of(code: &Code) -> Option<Self> {
        let params = Params::new(MEMORY, PASSES, 1, Some(ID + KEY)).ok()?;
        let mut memory = Vec::new();
        memory.try_reserve_exact(params.block_count()).ok()?;
        memory.resize(params.block_count(), Block::default());
        let mut out = [0; ID + KEY];
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password_into_with_memory(code.bytes(), SALT, &mut out, &mut memory).ok()?;
        let (mut id, mut key) = ([0; ID], [0; KEY]);
        id.copy_from_slice(&out[..ID]);
        key.copy_from_slice(&out[ID..]);
        Some(Self { id, key })
    }

    /// Under which name the server keeps it: 32 hexadecimal digits.
    #[must_use]
    pub fn id(&self) -> String {
        self.id.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Seals a text (XChaCha20-Poly1305); base64url. `nonce`: random, used once.
    #[must_use]
    pub fn seal(&self, nonce: [u8; NONCE], text: &str) -> String {
        let mut filled = text.as_bytes().to_vec();
        filled.resize(text.len().next_multiple_of(FILL), 0);
        let payload = Payload { msg: &filled, aad: &self.id };
        // It fails only for texts of 256 GiB.
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat())
    }

    /// Opens what [`Keys::seal`] made.
    ///
    /// # Errors
    /// When it was sealed under another code or changed.
    pub fn open(&self, body: &str) -> Result<String, OpenError> {
        let bytes = URL_SAFE_NO_PAD.decode(body.trim()).map_err(|_| OpenError::Sealed)?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>().ok_or(OpenError::Sealed)?;
        let payload = Payload { msg: sealed, aad: &self.id };
        let mut text = self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| OpenError::Sealed)?;
        let end = text.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
        text.truncate(end);
        String::from_utf8(text).map_err(|_| OpenError::Sealed)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(code: &str) -> Keys {
        Keys::of(&Code::parse(code).unwrap()).unwrap()
    }

    #[test]
    fn what_is_sealed_opens_with_its_code_alone() {
        let (own, other) = (keys("ABCDE-FGHJK"), keys("ABCDE-FGHJL"));
        assert_ne!(own.id(), other.id());
        assert_eq!(own.id(), keys("abcdefghjk").id());
        let text = "Accueillir, conseiller · 3 ans \u{1F600}";
        let sealed = own.seal([7; NONCE], text);
        assert_eq!(own.open(&sealed).unwrap(), text);
        assert_eq!(other.open(&sealed), Err(OpenError::Sealed));
        assert_ne!(own.seal([8; NONCE], text), sealed);
        assert_eq!(own.open(&own.seal([9; NONCE], "")).unwrap(), "");
        for bad in ["", "x", "abcd", &sealed[..40], &sealed[2..], &format!("{}A", &sealed[..sealed.len() - 1])] {
            assert_eq!(own.open(bad), Err(OpenError::Sealed), "{bad:?}");
        }
        // Neither the text nor its length can be seen.
        assert_eq!(sealed.len(), own.seal([7; NONCE], "x").len());
    }

    /// A phone and a screen of two releases must agree.
    #[test]
    fn the_derivation_never_changes() {
        assert_eq!(keys("ABCDE-FGHJK").id(), "869600e4597587218b960a7dbb4fe335");
    }
}
