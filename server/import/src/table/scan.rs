//! Cuts lines into cells, by RFC 4180 and by what people write instead; used by [`super`] only.

/// How a record stands after a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may end here.
    Whole,
    /// A quote is open: the record goes on, or the quote is a mistake.
    Open,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell.
    Start,
    /// In a cell without quotes around it.
    Plain,
    /// Between the quotes around a cell.
    Quoted,
    /// After the second of them.
    Closed,
}

/// Reads a record line by line.
pub(super) struct Scanner {
    delimiter: char,
    cells: Vec<String>,
    cell: String,
    state: State,
    /// Spaces behind a closing quote.
    gap: bool,
    loose: bool,
}

impl Scanner {
    pub(super) fn new(delimiter: char) -> Self {
        Self { delimiter, cells: Vec::new(), cell: String::new(), state: State::Start, gap: false, loose: false }
    }

    /// Takes the next line of the record.
    pub(super) fn line(&mut self, text: &str) -> Standing {
        if self.state == State::Quoted {
            self.cell.push('\n');
        }
        let mut signs = text.chars().peekable();
        while let Some(sign) = signs.next() {
            if self.state != State::Quoted && sign == self.delimiter {
                self.end_cell();
                continue;
            }
            match self.state {
                State::Start if sign == '"' && self.cell.trim().is_empty() => {
                    self.cell.clear();
                    self.state = State::Quoted;
                }
                State::Start if sign.is_whitespace() => self.cell.push(sign),
                State::Start | State::Plain => {
                    self.state = State::Plain;
                    self.cell.push(sign);
                }
                State::Quoted if sign == '"' => {
                    if signs.next_if_eq(&'"').is_some() {
                        self.cell.push('"');
                    } else {
                        (self.state, self.gap) = (State::Closed, false);
                    }
                }
                State::Quoted => self.cell.push(sign),
                State::Closed if sign.is_whitespace() => self.gap = true,
                // « "Le Bistrot" de Lille »: the quotes are part of what is said.
                State::Closed => {
                    let gap = if self.gap { " " } else { "" };
                    self.cell = format!("\"{}\"{gap}{sign}", self.cell);
                    self.loose = true;
                    self.state = State::Plain;
                }
            }
        }
        if self.state == State::Quoted { Standing::Open } else { Standing::Whole }
    }

    fn end_cell(&mut self) {
        self.cells.push(core::mem::take(&mut self.cell));
        self.state = State::Start;
    }

    /// Whether something stands behind a closing quote.
    pub(super) const fn is_loose(&self) -> bool {
        self.loose
    }

    /// The cells, trimmed.
    pub(super) fn finish(mut self) -> Vec<String> {
        self.end_cell();
        self.cells.iter().map(|cell| clean(cell)).collect()
    }
}

/// The cells of a line in which quotes are signs like others.
pub(super) fn plain(text: &str, delimiter: char) -> Vec<String> {
    text.split(delimiter).map(clean).collect()
}

/// A cell without the spaces around it, and without the formula by which people keep the zeros of
/// `="01000"`.
fn clean(cell: &str) -> String {
    let cell = cell.trim();
    cell.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"')).unwrap_or(cell).to_owned()
}

/// The shape of a cell that names a record: runs of letters and digits as one sign, the others as they
/// are. References of one file are mostly alike ("A-9"); the first words of a text are not.
pub(super) fn shape(key: &str) -> String {
    let mut out = String::new();
    let (mut word, mut digits) = (false, false);
    for sign in key.chars().chain([' ']) {
        if sign.is_alphanumeric() {
            word = true;
            digits |= sign.is_ascii_digit();
            continue;
        }
        if word {
            out.push(if digits { '9' } else { 'A' });
        }
        (word, digits) = (false, false);
        if !sign.is_whitespace() || !out.ends_with(' ') {
            out.push(sign);
        }
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(line: &str) -> (Vec<String>, bool) {
        let mut scanner = Scanner::new(';');
        assert_eq!(scanner.line(line), Standing::Whole, "{line}");
        let loose = scanner.is_loose();
        (scanner.finish(), loose)
    }

    #[test]
    fn quotes_around_and_in_cells() {
        assert_eq!(cells("a; b ;\"c;d\";"), (vec!["a".into(), "b".into(), "c;d".into(), String::new()], false));
        assert_eq!(cells("\"a \"\"b\"\"\" ;c"), (vec!["a \"b\"".into(), "c".into()], false));
        assert_eq!(cells("\"Le Bistrot\" de Lille;b"), (vec!["\"Le Bistrot\" de Lille".into(), "b".into()], true));
        assert_eq!(cells("Chez \"Tonton\";b"), (vec!["Chez \"Tonton\"".into(), "b".into()], false));
        assert_eq!(cells("=\"01000\";\"=\"\"59100\"\"\""), (vec!["01000".into(), "59100".into()], false));
        let mut open = Scanner::new(';');
        assert_eq!(
            (open.line("a;\"b"), open.line(""), open.line("c\";d")),
            (Standing::Open, Standing::Open, Standing::Whole)
        );
        assert_eq!(open.finish(), ["a", "b\n\nc", "d"]);
    }

    #[test]
    fn references_of_one_file_have_one_shape() {
        assert_eq!((shape("MAC-1"), shape("REJ-12")), ("A-9".to_owned(), "A-9".to_owned()));
        assert_eq!((shape("188VMCV"), shape("2026/12")), ("9".to_owned(), "9/9".to_owned()));
        assert_eq!((shape("Charger"), shape("Laver la vaisselle.")), ("A".to_owned(), "A A A.".to_owned()));
    }
}
