import Screen

/// A grid of values as a picture in colours, in as many pixels to a cell as the glyphs allow, or density glyphs where colours
/// are few.
///
/// A value that is not finite is a gap.
public struct HeatMap: Hashable, Sendable {
  /// The values to be shown.
  public var grid: Grid
  /// Which colour each value has.
  public var scale: ValueScale
  /// What the grid's columns and rows stand for, from its first to its last.
  public var xRange: ClosedRange<Double>
  /// What the grid's rows stand for, from its first to its last.
  public var yRange: ClosedRange<Double>
  /// Whether the first row is the lowest, as on a plane; else it is the highest, as in a picture.
  public var growsUpward = true
  /// Whether colours are mixed between the values; else each value is a rectangle.
  public var isSmooth = true
  /// The width of the picture divided by its height, if its shape matters; nil fills the region.
  public var aspect: Double?
  /// Lines of equal value on top; none where nil.
  public var contours: Contours?
  /// Lines and points on top, in the units of the ranges.
  public var paths: [Path] = []
  /// Points on top of map and paths, in the units of the ranges.
  public var marks: [Mark] = []
  /// Whether the colour scale with its numbers stands beside the map, where there is room.
  public var showsLegend = true
  /// What the legend calls the ends of the scale, where that is not their values: 0 and 1 for a class shown from −1 to 1.
  public var legendRange: ClosedRange<Double>?
  /// Whether the ranges' numbers stand below and beside the map, where there is room.
  public var showsAxes = true

  /// A map of a grid, over the square from −1 to 1 where nothing else is said.
  public init(
    _ grid: Grid, scale: ValueScale, xRange: ClosedRange<Double> = -1...1, yRange: ClosedRange<Double> = -1...1
  ) {
    (self.grid, self.scale, self.xRange, self.yRange) = (grid, scale, xRange, yRange)
  }

  /// A picture as it is: first row on top, no mixing, no axes, no legend, its own shape.
  public static func picture(_ grid: Grid, scale: ValueScale) -> HeatMap {
    var map = HeatMap(grid, scale: scale)
    map.growsUpward = false
    map.isSmooth = false
    map.showsLegend = false
    map.showsAxes = false
    map.aspect = grid.isEmpty ? nil : Double(grid.width) / Double(grid.height)
    return map
  }

  /// A place on the plane.
  public struct Point: Hashable, Sendable {
    /// The place in the units of the ranges.
    public var x, y: Double

    /// The place at `x` and `y`.
    public init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  /// A point on top of the map, in its own colour whatever the ground: that is darkened or lightened until it is seen.
  public struct Mark: Hashable, Sendable {
    /// The place in the units of the map's ranges.
    public var x, y: Double
    /// The character that stands there, where it is not drawn in dots.
    public var glyph: Unicode.Scalar
    /// Its style; the default foreground is black or white, whichever is seen.
    public var style: Style
    /// How many dots wide and high it is where lines are drawn in dots; nil is a whole cell, with its glyph.
    public var dots: Int?

    /// A point of the map; by default a whole cell with its glyph.
    public init(x: Double, y: Double, glyph: Unicode.Scalar, style: Style = .plain, dots: Int? = nil) {
      (self.x, self.y, self.glyph, self.style, self.dots) = (x, y, glyph, style, dots)
    }
  }

  /// A line through points on top of the map: the path that the weights took.
  public struct Path: Hashable, Sendable {
    /// The points that the line joins, in the units of the map's ranges.
    public var points: [Point]
    /// The style of the line.
    public var style: Style
    /// Which dots of the line are drawn.
    public var dash: Dash

    /// A line through points; by default without gaps.
    public init(_ points: [Point], style: Style, dash: Dash = .solid) {
      (self.points, self.style, self.dash) = (points, style, dash)
    }
  }
}
