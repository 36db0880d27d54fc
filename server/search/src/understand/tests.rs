//! Tests of the understanding of queries.
