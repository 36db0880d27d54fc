//! ROME's skills: macro-compétences, items, what each occupation asks for. Replaced with ROME
//! (`reference`), backed up and restored; read whole by who makes the public files.

use crate::Store;
use crate::backend::{Row, Session, StoreFuture, Value};
use crate::error::StoreError;
use crate::reference::{Difference, list};
use crate::values;
use domain::occupation::RomeCode;
use domain::rome::RomeRelease;
use domain::skill::{MacroSkill, NamedSkill, OccupationSkills, Ogr, SkillKind};
use std::collections::BTreeMap;

/// Rows of one insert.
const BATCH: usize = 1_000;

pub(crate) const MACROS: &str = "select ogr, label from macro_skills order by ogr";
pub(crate) const SKILLS: &str = "select ogr, kind, label, above from skills order by ogr";
pub(crate) const ASKED: &str = "select code, asked, near from occupation_skills order by code";

fn ogr(value: i64, column: &str) -> Result<Ogr, StoreError> {
    u32::try_from(value).map(Ogr).map_err(|e| StoreError::corrupt(column, e))
}

pub(crate) fn macro_skill(row: &Row) -> Result<MacroSkill, StoreError> {
    Ok(MacroSkill { ogr: ogr(row.int(0)?, "macro_skills.ogr")?, label: row.text(1)? })
}

pub(crate) fn skill(row: &Row) -> Result<NamedSkill, StoreError> {
    let kind = row.text(1)?;
    Ok(NamedSkill {
        ogr: ogr(row.int(0)?, "skills.ogr")?,
        kind: SkillKind::from_code(&kind).ok_or_else(|| StoreError::corrupt("skills.kind", &kind))?,
        label: row.text(2)?,
        above: row.maybe_int(3)?.map(|above| ogr(above, "skills.above")).transpose()?,
    })
}

pub(crate) fn occupation_skills(row: &Row) -> Result<OccupationSkills, StoreError> {
    let code = row.text(0)?;
    Ok(OccupationSkills {
        rome: RomeCode::parse(&code).map_err(|e| StoreError::corrupt("occupation_skills.code", e))?,
        asked: values::json(&row.text(1)?, "occupation_skills.asked")?,
        near: values::json(&row.text(2)?, "occupation_skills.near")?,
    })
}

pub(crate) async fn put_macros(session: &mut Session, macros: &[&MacroSkill]) -> Result<(), StoreError> {
    for batch in macros.chunks(BATCH) {
        let rows: Vec<_> = batch.iter().map(|m| vec![Value::Int(i64::from(m.ogr.0)), Value::Text(&m.label)]).collect();
        let update = " on conflict (ogr) do update set label = excluded.label";
        session.insert("insert into macro_skills (ogr, label) ", &rows, update).await?;
    }
    Ok(())
}

pub(crate) async fn put_skills(session: &mut Session, skills: &[&NamedSkill]) -> Result<(), StoreError> {
    for batch in skills.chunks(BATCH) {
        let row = |s: &&NamedSkill| {
            let above = s.above.map(|above| i64::from(above.0));
            let (kind, label) = (s.kind.code(), s.label.clone());
            (i64::from(s.ogr.0), kind, label, above)
        };
        let kept: Vec<_> = batch.iter().map(row).collect();
        let rows: Vec<_> = kept
            .iter()
            .map(|(ogr, kind, label, above)| {
                vec![Value::Int(*ogr), Value::Text(kind), Value::Text(label), Value::MaybeInt(*above)]
            })
            .collect();
        session
            .insert(
                "insert into skills (ogr, kind, label, above) ",
                &rows,
                " on conflict (ogr) do update set kind = excluded.kind, label = excluded.label, above = excluded.above",
            )
            .await?;
    }
    Ok(())
}

pub(crate) async fn put_asked(session: &mut Session, asked: &[&OccupationSkills]) -> Result<(), StoreError> {
    for batch in asked.chunks(BATCH) {
        let kept = batch
            .iter()
            .map(|o| Ok((values::to_json(&o.asked)?, values::to_json(&o.near)?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        let rows: Vec<_> = batch
            .iter()
            .zip(&kept)
            .map(|(o, (asked, near))| vec![Value::Text(o.rome.as_str()), Value::Text(asked), Value::Text(near)])
            .collect();
        session
            .insert(
                "insert into occupation_skills (code, asked, near) ",
                &rows,
                " on conflict (code) do update set asked = excluded.asked, near = excluded.near",
            )
            .await?;
    }
    Ok(())
}

/// Puts a version's skills in the place of those that are there; how many rows that changed.
pub(crate) async fn replace(session: &mut Session, rome: &RomeRelease) -> Result<u64, StoreError> {
    let old = list(session, MACROS, macro_skill).await?;
    let old: BTreeMap<u32, &MacroSkill> = old.iter().map(|m| (m.ogr.0, m)).collect();
    let macros = Difference::between(&old, &rome.macros.iter().map(|m| (m.ogr.0, m)).collect());
    put_macros(session, &macros.put).await?;
    for gone in &macros.gone {
        session.execute("delete from macro_skills where ogr = $1", &[Value::Int(i64::from(*gone))]).await?;
    }
    let old = list(session, SKILLS, skill).await?;
    let old: BTreeMap<u32, &NamedSkill> = old.iter().map(|s| (s.ogr.0, s)).collect();
    let skills = Difference::between(&old, &rome.skills.iter().map(|s| (s.ogr.0, s)).collect());
    put_skills(session, &skills.put).await?;
    for gone in &skills.gone {
        session.execute("delete from skills where ogr = $1", &[Value::Int(i64::from(*gone))]).await?;
    }
    let old = list(session, ASKED, occupation_skills).await?;
    let old: BTreeMap<&str, &OccupationSkills> = old.iter().map(|o| (o.rome.as_str(), o)).collect();
    let asked = Difference::between(&old, &rome.asked.iter().map(|o| (o.rome.as_str(), o)).collect());
    put_asked(session, &asked.put).await?;
    for gone in asked.gone.chunks(BATCH) {
        let gone: Vec<String> = gone.iter().map(|&code| code.to_owned()).collect();
        session.among("delete from occupation_skills where code in", &gone).await?;
    }
    Ok(macros.rows() + skills.rows() + asked.rows())
}

impl Store {
    /// All macro-compétences, by OGR code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn macro_skills(&self) -> StoreFuture<'_, Vec<MacroSkill>> {
        Box::pin(async move { list(&mut self.pool.read().await?, MACROS, macro_skill).await })
    }

    /// All items, by OGR code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn skills(&self) -> StoreFuture<'_, Vec<NamedSkill>> {
        Box::pin(async move { list(&mut self.pool.read().await?, SKILLS, skill).await })
    }

    /// What each occupation asks for, by code.
    ///
    /// # Errors
    /// When the database fails.
    pub fn occupation_skills(&self) -> StoreFuture<'_, Vec<OccupationSkills>> {
        Box::pin(async move { list(&mut self.pool.read().await?, ASKED, occupation_skills).await })
    }
}
