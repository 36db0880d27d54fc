//! How good the self-assessment and the closeness of occupations are, on real ROME where it lies beside
//! the checkout, else the self-assessment on the demo's occupations: `scripts/eval`.
//!
//! The simulator draws what people can do with the same chances that the estimator believes in, or with
//! others: the order of the methods is the finding, not the absolute values.
#![expect(clippy::print_stdout, reason = "its purpose is to print")]

mod closeness;
mod demo;
mod random;
mod rome;
mod simulate;
mod sizes;

fn main() {
    let Some(folder) = rome::folder() else {
        println!("real ROME is not beside the checkout (../shared/data/rome): the demo's occupations instead");
        simulate::print(&demo::rome());
        return;
    };
    let data = rome::read(&folder);
    println!(
        "ROME {}: {} occupations, {} items, {} macro-compétences",
        data.version,
        data.rome.occupations().len(),
        data.rome.item_count(),
        data.rome.macro_count()
    );
    sizes::print(&data);
    simulate::print(&data.rome);
    closeness::print(&data);
}
