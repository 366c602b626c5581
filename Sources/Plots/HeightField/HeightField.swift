import Screen

/// A grid of values as a mountain, seen in perspective: hidden parts hidden, shaded by a sun, with contour lines draped over it.
///
/// Height and colour are the place of a value on the scale, so that a logarithmic scale gives logarithmic heights. A value
/// that is not finite is a hole.
public struct HeightField: Sendable {
  /// The heights.
  public var grid: Grid
  /// The height and the colour of each value.
  public var scale: ValueScale
  /// What the grid's columns and rows stand for, from its first to its last.
  public var xRange, yRange: ClosedRange<Double>
  /// What the edges of the floor are called; nothing by default.
  public var xName = "", yName = ""
  /// From where it is seen.
  public var camera = Camera()
  /// Lines of equal height on the mountain; none where nil.
  public var contours: Contours?
  /// Which places of the grid have been seen, row after row; the others are a sea of fog. Nil is all.
  public var lit: [Bool]?
  /// Who is on the mountain.
  public var walkers: [Walker] = []
  /// What is there beside the mountain, at heights of its own.
  public var points: [Point] = []
  /// Whether the numbers of the height stand beside the mountain and those of the floor along its edges, where there is room.
  public var showsAxis = true

  /// A mountain over the square from −1 to 1 where nothing else is said.
  public init(
    _ grid: Grid, scale: ValueScale, xRange: ClosedRange<Double> = -1...1, yRange: ClosedRange<Double> = -1...1
  ) {
    (self.grid, self.scale, self.xRange, self.yRange) = (grid, scale, xRange, yRange)
  }

  /// Someone on the mountain, with the way that was walked.
  public struct Walker: Sendable {
    /// From the first place to the present one.
    public var trail: [HeatMap.Point]
    /// The character at the present place.
    public var glyph: Unicode.Scalar
    /// The style of the glyph; its foreground is that of trail and arrow.
    public var style: Style
    /// How far an arrow at the present place points, in the units of the ranges; nil is no arrow.
    public var arrow: HeatMap.Point?
    /// Whether a plumb line falls to the floor, where it ends in a shadow.
    public var hasPlumbLine: Bool

    /// Someone at the last place of a trail; by default without arrow and plumb line.
    public init(
      trail: [HeatMap.Point], glyph: Unicode.Scalar = "●", style: Style, arrow: HeatMap.Point? = nil,
      hasPlumbLine: Bool = false
    ) {
      (self.trail, self.glyph, self.style) = (trail, glyph, style)
      (self.arrow, self.hasPlumbLine) = (arrow, hasPlumbLine)
    }
  }
}

/// From where a mountain is seen.
public struct Camera: Hashable, Sendable {
  /// The turn about the vertical, in degrees; at 0 x grows to the right and y away from the eye.
  public var yaw: Double
  /// How far from above, in degrees: 0 is level with the ground, 90 is straight down. It is kept between 5 and 85.
  public var pitch: Double
  /// 1 shows the whole mountain; larger is nearer.
  public var zoom: Double

  /// A view; by default half from the side, with the whole mountain in sight.
  public init(yaw: Double = 30, pitch: Double = 35, zoom: Double = 1) {
    (self.yaw, self.pitch, self.zoom) = (yaw, pitch, zoom)
  }
}

/// Sines in plain arithmetic, so that a picture is the same on every machine.
enum Turn {
  /// The sine and cosine of an angle in degrees; of 0 where it is not finite.
  static func of(_ degrees: Double) -> (sine: Double, cosine: Double) {
    (sine(degrees), sine(degrees + 90))
  }

  /// By its series on −90…90 degrees.
  private static func sine(_ degrees: Double) -> Double {
    guard degrees.isFinite, degrees.magnitude < 1e9 else { return 0 }
    var angle = degrees - 360 * (degrees / 360).rounded()
    if angle > 90 { angle = 180 - angle } else if angle < -90 { angle = -180 - angle }
    let x = angle * 0.017453292519943295
    let square = x * x
    var (term, sum) = (x, x)
    for n in 1...9 {
      term *= -square / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }
}
