//! Rows of the reference tables: read as domain values, written in batches. Used by `reference`,
//! `backup` and `restore`.

use crate::backend::{Row, Session, Value};
use crate::error::StoreError;
use crate::values;
use domain::occupation::{Appellation, Occupation, RomeCode};
use domain::place::{Basin, Commune, CommuneCode, Point};

/// Rows of one insert.
const BATCH: usize = 1_000;

pub(crate) const COMMUNES: &str =
    "select code, name, region, postcodes, population, lat_e6, lon_e6, clpe, former from communes order by code";
pub(crate) const COMMUNE: &str =
    "select code, name, region, postcodes, population, lat_e6, lon_e6, clpe, former from communes where code = $1";
pub(crate) const BASINS: &str = "select code, name from basins order by code";
pub(crate) const OCCUPATIONS: &str = "select code, label, parent, definition from occupations order by code";
pub(crate) const OCCUPATION: &str = "select code, label, parent, definition from occupations where code = $1";
pub(crate) const APPELLATIONS: &str = "select ogr, label, rome from appellations order by ogr";

pub(crate) fn commune(row: &Row) -> Result<Commune, StoreError> {
    let code = row.text(0)?;
    let wrong = |column: &str| format!("communes.{column} of {code}");
    let degree = |value: Option<i64>, column: &str| {
        value.map(i32::try_from).transpose().map_err(|e| StoreError::corrupt(wrong(column), e))
    };
    let (lat, lon) = (degree(row.maybe_int(5)?, "lat_e6")?, degree(row.maybe_int(6)?, "lon_e6")?);
    Ok(Commune {
        code: CommuneCode::parse(&code).map_err(|e| StoreError::corrupt(wrong("code"), e))?,
        name: row.text(1)?,
        region: row.text(2)?,
        postcodes: values::json(&row.text(3)?, &wrong("postcodes"))?,
        population: u32::try_from(row.int(4)?).map_err(|e| StoreError::corrupt(wrong("population"), e))?,
        point: lat.zip(lon).map(|(lat_e6, lon_e6)| Point { lat_e6, lon_e6 }),
        clpe: row.maybe_text(7)?,
        former: values::json(&row.text(8)?, &wrong("former"))?,
    })
}

pub(crate) fn basin(row: &Row) -> Result<Basin, StoreError> {
    Ok(Basin { code: row.text(0)?, name: row.text(1)? })
}

pub(crate) fn occupation(row: &Row) -> Result<Occupation, StoreError> {
    let code = row.text(0)?;
    let parent = row.maybe_text(2)?;
    Ok(Occupation {
        label: row.text(1)?,
        parent: parent.map(|p| rome(&p, &code)).transpose()?,
        definition: row.text(3)?,
        code: rome(&code, "occupations")?,
    })
}

pub(crate) fn appellation(row: &Row) -> Result<Appellation, StoreError> {
    let ogr = row.int(0)?;
    Ok(Appellation {
        ogr: u32::try_from(ogr).map_err(|e| StoreError::corrupt("appellations.ogr", e))?,
        label: row.text(1)?,
        rome: rome(&row.text(2)?, &ogr.to_string())?,
    })
}

fn rome(code: &str, of: &str) -> Result<RomeCode, StoreError> {
    RomeCode::parse(code).map_err(|e| StoreError::corrupt(format_args!("a ROME code of {of}"), e))
}

/// Adds communes, or puts them in the place of those with the same code.
pub(crate) async fn put_communes(session: &mut Session, communes: &[&Commune]) -> Result<(), StoreError> {
    for batch in communes.chunks(BATCH) {
        let lists = batch
            .iter()
            .map(|c| Ok((values::to_json(&c.postcodes)?, values::to_json(&c.former)?)))
            .collect::<Result<Vec<_>, StoreError>>()?;
        let mut rows = Vec::with_capacity(batch.len());
        for (c, (postcodes, former)) in batch.iter().zip(&lists) {
            rows.push(vec![
                Value::Text(c.code.as_str()),
                Value::Text(&c.name),
                Value::Text(&c.region),
                Value::Text(postcodes),
                Value::Int(i64::from(c.population)),
                Value::MaybeInt(c.point.map(|p| i64::from(p.lat_e6))),
                Value::MaybeInt(c.point.map(|p| i64::from(p.lon_e6))),
                Value::MaybeText(c.clpe.as_deref()),
                Value::Text(former),
            ]);
        }
        session
            .insert(
                "insert into communes (code, name, region, postcodes, population, lat_e6, lon_e6, clpe, former) ",
                &rows,
                " on conflict (code) do update set name = excluded.name, region = excluded.region,
                 postcodes = excluded.postcodes, population = excluded.population,
                 lat_e6 = excluded.lat_e6, lon_e6 = excluded.lon_e6, clpe = excluded.clpe, former = excluded.former",
            )
            .await?;
    }
    Ok(())
}

/// Adds basins, or puts them in the place of those with the same code.
pub(crate) async fn put_basins(session: &mut Session, basins: &[&Basin]) -> Result<(), StoreError> {
    for batch in basins.chunks(BATCH) {
        let rows: Vec<_> = batch.iter().map(|b| vec![Value::Text(&b.code), Value::Text(&b.name)]).collect();
        session
            .insert("insert into basins (code, name) ", &rows, " on conflict (code) do update set name = excluded.name")
            .await?;
    }
    Ok(())
}

/// Adds occupations, or puts them in the place of those with the same code.
pub(crate) async fn put_occupations(session: &mut Session, occupations: &[&Occupation]) -> Result<(), StoreError> {
    for batch in occupations.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|o| {
                vec![
                    Value::Text(o.code.as_str()),
                    Value::Text(&o.label),
                    Value::MaybeText(o.parent.as_ref().map(RomeCode::as_str)),
                    Value::Text(&o.definition),
                ]
            })
            .collect();
        session
            .insert(
                "insert into occupations (code, label, parent, definition) ",
                &rows,
                " on conflict (code) do update set label = excluded.label, parent = excluded.parent,
                 definition = excluded.definition",
            )
            .await?;
    }
    Ok(())
}

/// Adds appellations, or puts them in the place of those with the same OGR code.
pub(crate) async fn put_appellations(session: &mut Session, appellations: &[&Appellation]) -> Result<(), StoreError> {
    for batch in appellations.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|a| vec![Value::Int(i64::from(a.ogr)), Value::Text(&a.label), Value::Text(a.rome.as_str())])
            .collect();
        session
            .insert(
                "insert into appellations (ogr, label, rome) ",
                &rows,
                " on conflict (ogr) do update set label = excluded.label, rome = excluded.rome",
            )
            .await?;
    }
    Ok(())
}
