//! A picture being drawn: flat colours, rectangles, the footbridge's arch, text. Used by [`super`].

use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};

/// Width, as social networks ask for it.
pub(super) const WIDTH: u32 = 1_200;
/// Height.
pub(super) const HEIGHT: u32 = 630;

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

/// The picture: three bytes a pixel.
pub(super) struct Canvas(Vec<u8>);

impl Canvas {
    pub(super) fn new(ground: Colour) -> Self {
        Self(ground.repeat((WIDTH * HEIGHT) as usize))
    }

    fn blend(&mut self, x: i64, y: i64, colour: Colour, cover: f32) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if x >= WIDTH || y >= HEIGHT || cover <= 0.0 {
            return;
        }
        let at = ((y * WIDTH + x) * 3) as usize;
        let cover = cover.min(1.0);
        for (under, over) in self.0[at..at + 3].iter_mut().zip(colour) {
            // Between 0 and 255 whatever the cover.
            *under = (f32::from(*under) * (1.0 - cover) + f32::from(over) * cover).round() as u8;
        }
    }

    /// A rectangle: from the left, from the top, width, height.
    pub(super) fn fill(&mut self, (x, y, width, height): (i64, i64, i64, i64), colour: Colour) {
        for row in y..y + height {
            for column in x..x + width {
                self.blend(column, row, colour, 1.0);
            }
        }
    }

    /// The footbridge: half a ring that stands on `base`.
    pub(super) fn arch(&mut self, centre: i64, base: i64, radius: i64, stroke: i64, colour: Colour) {
        let middle = radius as f32 - stroke as f32 / 2.0;
        for y in base - radius - 1..base {
            for x in centre - radius - 1..=centre + radius + 1 {
                let (dx, dy) = ((x - centre) as f32, (base - y) as f32 - 0.5);
                let off = (dx.hypot(dy) - middle).abs();
                self.blend(x, y, colour, stroke as f32 / 2.0 + 0.5 - off);
            }
        }
    }

    /// A line of text that stands on `base`.
    pub(super) fn text(&mut self, pen: &Pen<'_>, x: f32, base: f32, text: &str, colour: Colour) {
        for glyph in pen.glyphs(text, x, base) {
            let Some(outline) = pen.font.outline_glyph(glyph) else { continue };
            let bounds = outline.px_bounds();
            let (left, top) = (bounds.min.x as i64, bounds.min.y as i64);
            outline.draw(|dx, dy, cover| self.blend(left + i64::from(dx), top + i64::from(dy), colour, cover));
        }
    }

    /// As PNG; `None` when that fails, which it does not in memory.
    pub(super) fn into_png(self) -> Option<Vec<u8>> {
        let mut out = Vec::with_capacity(64 * 1024);
        let mut encoder = png::Encoder::new(&mut out, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Balanced);
        let mut writer = encoder.write_header().ok()?;
        writer.write_image_data(&self.0).ok()?;
        writer.finish().ok()?;
        Some(out)
    }
}

/// A font in a size.
pub(super) struct Pen<'a> {
    font: &'a FontRef<'static>,
    scale: PxScale,
}

impl<'a> Pen<'a> {
    pub(super) fn new(font: &'a FontRef<'static>, height: f32) -> Self {
        Self { font, scale: PxScale::from(height) }
    }

    /// Whether the font has this character.
    pub(super) fn has(&self, c: char) -> bool {
        self.font.glyph_id(c).0 != 0
    }

    pub(super) fn width(&self, text: &str) -> f32 {
        self.glyphs(text, 0.0, 0.0)
            .last()
            .map_or(0.0, |last| last.position.x + self.font.as_scaled(self.scale).h_advance(last.id))
    }

    fn glyphs(&self, text: &str, x: f32, base: f32) -> Vec<Glyph> {
        let font = self.font.as_scaled(self.scale);
        let mut at = x;
        let mut before = None;
        let place = |c| {
            let id = font.glyph_id(c);
            at += before.map_or(0.0, |before| font.kern(before, id));
            let glyph = id.with_scale_and_position(self.scale, point(at, base));
            at += font.h_advance(id);
            before = Some(id);
            glyph
        };
        text.chars().map(place).collect()
    }
}
