//! How a resource's data stands in the page, for hydration: JSON, read by the same code as the
//! answers of server functions (two readers of the same types would cost the phone twice).

use leptos::server::codee::{Decoder, Encoder};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// JSON by bytes. For `Resource::<_, Wire>`.
pub struct Wire;

impl<T: Serialize> Encoder<T> for Wire {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<Self::Encoded, Self::Error> {
        serde_json::to_string(value)
    }
}

impl<T: DeserializeOwned> Decoder<T> for Wire {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(value: &Self::Encoded) -> Result<T, Self::Error> {
        serde_json::from_slice(value.as_bytes())
    }
}
