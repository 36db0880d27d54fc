//! The official API "Offres d'emploi v2" of France Travail, one request at a time.
//!
//! Source: <https://francetravail.io/data/api/offres-emploi>. OAuth 2 client credentials (realm
//! `/partenaire`); `GET /v2/offres/search` answers 200 or 206 with `Content-Range: offres 0-149/4567`,
//! 204 for nothing; 150 offers a page, the first of a page at most the 3,000th; 10 requests a second,
//! beyond them 429 with `Retry-After`; a token lasts about 25 minutes.

use crate::pull::pace::Pace;
use crate::pull::slice::Slice;
use crate::pull::{INTERVAL, PullError, Settings};
use serde::Deserialize;
use serde_json::Value;
use std::time::{Duration, Instant};
use ureq::Agent;
use ureq::http::Response;

/// Offers of a page.
pub(crate) const PAGE: usize = 150;
/// Offers of a search that the API shows.
pub(crate) const SHOWN: usize = 3_150;
const SCOPE: &str = "api_offresdemploiv2 o2dsoffre";
/// Times that a request is sent, at most.
const TRIES: u32 = 7;
/// Longest wait that a `Retry-After` is followed for, in seconds.
const LONGEST_WAIT: u32 = 300;
/// No page is larger.
const LARGEST: u64 = 64 << 20;

/// A page of a search.
pub(crate) struct Page {
    pub(crate) offers: Vec<Value>,
    /// Offers of the whole search, at this moment.
    pub(crate) total: usize,
}

/// The API, with its token and its pace.
pub(crate) struct Api {
    settings: Settings,
    agent: Agent,
    token: Option<String>,
    pace: Pace,
}

/// What a request came to.
enum Answer {
    Page(Page),
    /// The token is no longer taken.
    Unauthorised,
    /// Again after so many seconds; `None` when the API does not say.
    Later {
        seconds: Option<u32>,
        why: String,
    },
}

#[derive(Deserialize)]
struct Token {
    access_token: String,
}

#[derive(Deserialize)]
struct Envelope {
    resultats: Vec<Value>,
}

impl Api {
    pub(crate) fn new(settings: Settings) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .user_agent(concat!("passerelle/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { settings, agent: config.new_agent(), token: None, pace: Pace::new(INTERVAL) }
    }

    /// The page of a slice that begins with offer number `first`, from 0.
    pub(crate) async fn search(&mut self, slice: &Slice, first: usize) -> Result<Page, PullError> {
        let mut why = String::new();
        for tried in 0..TRIES {
            let answer = match self.token.clone() {
                Some(token) => self.page(token, slice, first).await?,
                None => self.authorise().await?,
            };
            match answer {
                Some(Answer::Page(page)) => return Ok(page),
                Some(Answer::Unauthorised) => {
                    self.token = None;
                    "the token was refused".clone_into(&mut why);
                }
                Some(Answer::Later { seconds, why: reason }) => {
                    why = reason;
                    let seconds = seconds.unwrap_or(1 << tried).min(LONGEST_WAIT);
                    tokio::time::sleep(self.settings.second * seconds).await;
                }
                // A new token: this was no try.
                None => {}
            }
        }
        Err(PullError::Unreachable { what: slice.name(), why })
    }

    /// Gets a token. `None`: there is one now.
    async fn authorise(&mut self) -> Result<Option<Answer>, PullError> {
        let (agent, settings) = (self.agent.clone(), self.settings.clone());
        let (status, body) = self
            .send(move || {
                let form = [
                    ("grant_type", "client_credentials"),
                    ("client_id", settings.client_id.as_str()),
                    ("client_secret", settings.client_secret.as_str()),
                    ("scope", SCOPE),
                ];
                agent.post(&settings.token_url).send_form(form)
            })
            .await?
            .map_or_else(|why| (0, why), |answer| (answer.status, answer.body));
        match status {
            200 => match serde_json::from_str::<Token>(&body) {
                Ok(token) => {
                    self.token = Some(token.access_token);
                    Ok(None)
                }
                Err(error) => {
                    Ok(Some(Answer::Later { seconds: None, why: format!("no token in the answer: {error}") }))
                }
            },
            400 | 401 | 403 => Err(PullError::Credentials { status }),
            0 => Ok(Some(Answer::Later { seconds: None, why: body })),
            _ => Ok(Some(Answer::Later { seconds: None, why: format!("token: status {status}") })),
        }
    }

    async fn page(&mut self, token: String, slice: &Slice, first: usize) -> Result<Option<Answer>, PullError> {
        let agent = self.agent.clone();
        let url = format!("{}/v2/offres/search", self.settings.api_url);
        let range = format!("{first}-{}", first + PAGE - 1);
        let slice = slice.clone();
        let answer = self
            .send(move || {
                agent
                    .get(&url)
                    .query("departement", slice.departement.as_str())
                    .query("minCreationDate", slice.from.to_rfc3339())
                    .query("maxCreationDate", slice.until.to_rfc3339())
                    .query("sort", "1")
                    .query("range", &range)
                    .header("Authorization", format!("Bearer {token}"))
                    .header("Accept", "application/json")
                    .call()
            })
            .await?;
        let answer = match answer {
            Ok(answer) => answer,
            Err(why) => return Ok(Some(Answer::Later { seconds: None, why })),
        };
        Ok(Some(match answer.status {
            204 => Answer::Page(Page { offers: Vec::new(), total: 0 }),
            200 | 206 => match serde_json::from_str::<Envelope>(&answer.body) {
                Ok(envelope) => {
                    let total = answer.total.unwrap_or(first + envelope.resultats.len());
                    Answer::Page(Page { offers: envelope.resultats, total })
                }
                Err(error) => Answer::Later { seconds: None, why: format!("unreadable answer: {error}") },
            },
            401 => Answer::Unauthorised,
            429 => Answer::Later { seconds: answer.retry_after, why: "too many requests".to_owned() },
            500.. => Answer::Later { seconds: answer.retry_after, why: format!("status {}", answer.status) },
            status => return Err(PullError::Refused { status, answer: answer.body.chars().take(300).collect() }),
        }))
    }

    /// Sends a request at its moment, on a thread that may wait. The inner error is one of the network.
    async fn send(
        &mut self,
        request: impl FnOnce() -> Result<Response<ureq::Body>, ureq::Error> + Send + 'static,
    ) -> Result<Result<Received, String>, PullError> {
        tokio::time::sleep(self.pace.take(Instant::now())).await;
        let sent = tokio::task::spawn_blocking(move || request().and_then(Received::read));
        Ok(sent.await.map_err(|_| PullError::Stopped)?.map_err(|error| error.to_string()))
    }
}

/// A response, read whole.
struct Received {
    status: u16,
    total: Option<usize>,
    retry_after: Option<u32>,
    body: String,
}

impl Received {
    fn read(mut response: Response<ureq::Body>) -> Result<Self, ureq::Error> {
        let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
        let total = header("content-range").and_then(|range| range.rsplit('/').next()?.trim().parse().ok());
        let retry_after = header("retry-after").and_then(|seconds| seconds.trim().parse().ok());
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(LARGEST).read_to_string()?;
        Ok(Self { status, total, retry_after, body })
    }
}
