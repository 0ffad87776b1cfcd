//! What a page is, for machines: a data set of schema.org, in JSON-LD.

use serde::Serialize;
use tahaluf::date::Date;

/// A `Dataset` of schema.org with what search engines read of one.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(crate) struct Dataset<'a> {
    #[serde(rename = "@context")]
    pub(crate) context: Context,
    pub(crate) name: &'a str,
    pub(crate) description: &'a str,
    /// The BCP 47 tags of its languages.
    pub(crate) in_language: &'a [&'static str],
    /// The address of the page.
    pub(crate) url: String,
    /// The address of its picture.
    pub(crate) image: String,
    pub(crate) date_modified: Date,
    /// Its first and last day: `2018-01-01/2026-12-31`.
    pub(crate) temporal_coverage: String,
    pub(crate) is_accessible_for_free: bool,
    pub(crate) distribution: DataDownload,
}

/// Where the names of a [`Dataset`] are from.
#[derive(Serialize)]
pub(crate) enum Context {
    #[serde(rename = "https://schema.org")]
    SchemaOrg,
}

/// A file with the data.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(crate) struct DataDownload {
    /// Its media type.
    pub(crate) encoding_format: &'static str,
    /// Its address.
    pub(crate) content_url: String,
}
