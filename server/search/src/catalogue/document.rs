//! Trainings as the index keeps them: what is searched by words, in the fields of offers.

use super::answer::Listed;
use crate::facts::Facts;
use crate::schema::Fields;
use crate::{SearchError, analyse};
use domain::time::Day;
use domain::training::Kind;
use std::sync::Arc;
use tantivy::{Index, TantivyDocument};

/// The least memory that tantivy takes for a writing thread.
const WRITER_BYTES: usize = 15_000_001;

/// Writes all of them, the document's number being the rank in the list.
pub(super) fn write(index: &Index, fields: &Fields, listed: &[Arc<Listed>]) -> Result<(), SearchError> {
    let mut writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
    for (rank, one) in (0u64..).zip(listed) {
        writer.add_document(document(fields, rank, one))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn document(fields: &Fields, rank: u64, listed: &Listed) -> TantivyDocument {
    let training = &listed.stored.training;
    let mut doc = TantivyDocument::default();
    doc.add_u64(fields.number, rank);
    // Whether a session can still be begun is asked of the training itself.
    doc.add_u64(fields.facts, Facts::open_until(Day(i32::MAX)).0);
    let title = domain::title::for_index(&training.title);
    doc.add_text(fields.title, &title);
    doc.add_text(fields.title_key, analyse::key(&analyse::stems(&title)));
    doc.add_text(fields.spelling, &title);
    for code in &training.rome {
        doc.add_text(fields.rome, code.as_str());
    }
    doc.add_text(fields.skills, words_of(training.kind));
    for skill in &training.skills {
        doc.add_text(fields.skills, skill);
    }
    for gate in &training.gives {
        doc.add_text(fields.skills, gate.code());
    }
    if let Some(certification) = &listed.certification {
        doc.add_text(fields.skills, &certification.title);
    }
    doc.add_text(fields.employer, &training.body);
    doc.add_text(fields.employer_key, analyse::plain_key(&training.body));
    let promised = training.promises.iter().map(|promise| promise.employer.as_str());
    let said = [&training.objective, &training.public, &training.prerequisites.check];
    for text in said.into_iter().filter_map(Option::as_deref).chain(promised) {
        doc.add_text(fields.text, text);
    }
    doc
}

/// Words by which people call a kind of step, beside its title.
const fn words_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Course => "",
        Kind::Preparatory => "préparation remise à niveau",
        Kind::Poei => "POEI AFPR formation avant embauche",
        Kind::Poec => "POEC formation de branche",
        Kind::Immersion => "immersion PMSMP stage découverte",
        Kind::Licence => "permis de conduire code de la route",
        Kind::Caces => "CACES conduite engins",
        Kind::Habilitation => "habilitation certificat",
        Kind::French => "français FLE alphabétisation langue",
        Kind::Clea => "CléA socle remise à niveau",
        Kind::ChildCare => "garde enfants crèche",
        Kind::Transport => "transport mobilité",
    }
}
