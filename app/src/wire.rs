//! How a resource's data stands in the page, for hydration: JSON, read by the same code as the
//! answers of server functions (two readers of the same types would cost the phone twice).

use crate::error::AppError;
use leptos::server::codee::{Decoder, Encoder};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Markup that the server wrote. What only shows is drawn there, for every language and with everything
/// that it needs to know; the phone gets neither the code nor the data twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Html(pub String);

/// What a page may hold as markup.
pub trait Drawn: Clone {
    /// The same without what the page shows already: hydration leaves markup alone.
    #[must_use]
    fn drawn(&self) -> Self;
}

impl Drawn for Html {
    fn drawn(&self) -> Self {
        Self::default()
    }
}

impl<T: Drawn> Drawn for Result<T, AppError> {
    fn drawn(&self) -> Self {
        self.as_ref().map(Drawn::drawn).map_err(Clone::clone)
    }
}

/// JSON without the markup. For `Resource::<_, InPage>` of what is [`Drawn`].
pub struct InPage;

impl<T: Drawn + Serialize> Encoder<T> for InPage {
    type Error = serde_json::Error;
    type Encoded = String;

    fn encode(value: &T) -> Result<Self::Encoded, Self::Error> {
        serde_json::to_string(&value.drawn())
    }
}

impl<T: DeserializeOwned> Decoder<T> for InPage {
    type Error = serde_json::Error;
    type Encoded = str;

    fn decode(value: &Self::Encoded) -> Result<T, Self::Error> {
        serde_json::from_slice(value.as_bytes())
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_does_not_hold_its_markup_twice() {
        let answer: Result<Html, AppError> = Ok(Html("<p>Cariste</p>".into()));
        assert!(!InPage::encode(&answer).unwrap().contains("Cariste"));
        let read: Result<Html, AppError> = InPage::decode(&InPage::encode(&answer).unwrap()).unwrap();
        assert_eq!(read, Ok(Html::default()));
        let lost: Result<Html, AppError> = Err(AppError::NotFound);
        let read: Result<Html, AppError> = InPage::decode(&InPage::encode(&lost).unwrap()).unwrap();
        assert_eq!(read, lost);
    }
}
