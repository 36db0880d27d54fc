//! What the server functions answer: markup that is drawn, and the little that the phone must know of it.

use crate::wire::{Drawn, Html};
use domain::answer::Facet;
use serde::{Deserialize, Serialize};

/// What the results page is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultsPage {
    /// Whether the index answered; else these are the newest offers, and there are no filters.
    pub ready: bool,
    /// All offers found.
    pub total: u32,
    /// How many, in words.
    pub count: String,
    /// The address that this answers, as parameters, where it is another one: words became filters.
    pub moved: Option<String>,
    /// Offers by value of a filter.
    pub facets: Vec<(Facet, String, u32)>,
    /// Name of the place that was understood.
    pub place: Option<String>,
    /// The list.
    pub list: Html,
}

impl Drawn for ResultsPage {
    fn drawn(&self) -> Self {
        Self { list: Html::default(), ..self.clone() }
    }
}

/// What a field of the search form may become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestionView {
    /// What the field then says.
    #[serde(rename = "v")]
    pub value: String,
    /// The commune's code.
    #[serde(rename = "c")]
    pub commune: Option<String>,
    /// The commune's postcode.
    #[serde(rename = "p")]
    pub postcode: Option<String>,
    /// Offers that the form would then find.
    #[serde(rename = "n")]
    pub count: u32,
}

/// What the offer page is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferPage {
    /// Title.
    pub title: String,
    /// Its right address.
    pub address: String,
    /// Whether it is closed: the page then says so with its status.
    pub closed: bool,
    /// Class of the page, by how much there is to print.
    pub class: String,
    /// What stands below the title.
    pub body: Html,
}

impl Drawn for OfferPage {
    fn drawn(&self) -> Self {
        Self { body: Html::default(), ..self.clone() }
    }
}
