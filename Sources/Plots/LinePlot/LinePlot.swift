import Screen

/// Curves over a common axis: several series, each with its colour and, where there are no colours, its dash and glyph.
///
/// Where many samples share a column, it is filled from their least to their greatest value. A value that is not finite
/// makes a gap, with a mark `!` at the foot of its column.
public struct LinePlot: Sendable {
  /// The curves; a later one is drawn over an earlier one.
  public var series: [Series]
  /// What is shown of x, and of y; nil is all there is. A caller that wants a steady picture passes a `StickyRange`'s.
  public var xRange: ClosedRange<Double>?
  /// What is shown of y; nil is all there is.
  public var yRange: ClosedRange<Double>?
  /// Whether y is logarithmic; it is taken as linear where nothing is above zero.
  public var isLogarithmic = false
  /// Moments that get a vertical line with a label: changes of a setting.
  public var events: [Event] = []
  /// The x of the cursor; the values there are read out at the top.
  public var cursor: Double?
  /// Whether the names of the series are written at the top right.
  public var showsLegend = true
  /// What x counts, at the right end of its axis: `updates`.
  public var xUnit = ""
  /// Whether the last value of each series stands at the right end of its curve, where there is room.
  public var showsLastValues = false
  /// Whether lines are two dots thick, to be seen from far away.
  public var isThick = false
  /// Single points on top of the curves: where a unit stands on its activation's curve.
  public var marks: [Mark] = []

  /// A plot of curves on linear axes.
  public init(_ series: [Series], xRange: ClosedRange<Double>? = nil, yRange: ClosedRange<Double>? = nil) {
    self.series = series
    self.xRange = xRange
    self.yRange = yRange
  }

  /// One value, or the least and the greatest of several, at an x.
  public struct Sample: Hashable, Sendable {
    /// The place along x, and the least and the greatest value there.
    public var x, low, high: Double
    /// What stands for them in a smoothed line: their mean, where it is known.
    public var middle: Double
    /// The value at x itself, which is read out: the last of several.
    public var last: Double

    /// A single value.
    public init(x: Double, y: Double) { (self.x, self.low, self.high, middle, last) = (x, y, y, y, y) }

    /// Several values that were gathered under one x, of which one is the last; the middle is half way where no mean is given.
    public init(x: Double, low: Double, high: Double, last: Double, mean: Double? = nil) {
      (self.x, self.low, self.high, self.last, middle) = (x, low, high, last, mean ?? low / 2 + high / 2)
    }
  }

  /// A named curve; its samples are in the order of x.
  public struct Series: Sendable {
    /// The name in the legend.
    public var name: String
    /// The points in the order of x; lines join neighbours.
    public var samples: [Sample]
    /// Which of the theme's series it looks like.
    public var look: Int
    /// The share of the past in a smoothed line, 0…1, drawn over the samples, which are then a pale band; nil is none.
    public var smoothing: Double?

    /// A curve that looks like the theme's series number `look`.
    public init(name: String, samples: [Sample], look: Int = 0, smoothing: Double? = nil) {
      self.name = name
      self.samples = samples
      self.look = look
      self.smoothing = smoothing
    }

    /// A curve of values at equally spaced x.
    public init(name: String, values: [Double], start: Double = 0, step: Double = 1, look: Int = 0) {
      let samples = values.enumerated().map { Sample(x: start + Double($0) * step, y: $1) }
      self.init(name: name, samples: samples, look: look)
    }
  }

  /// A labelled moment.
  public struct Event: Hashable, Sendable {
    /// Where along x it was.
    public var x: Double
    /// What stands beside its line.
    public var label: String

    /// A moment at `x` with its label.
    public init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }

  /// A point on top of the curves.
  public struct Mark: Hashable, Sendable {
    /// The place in the units of the axes.
    public var x, y: Double
    /// The character that stands there.
    public var glyph: Unicode.Scalar
    /// The style of the character.
    public var style: Style
    /// Whether a curve in the same cell stays: the point is then dots beside the curve's, in its colour.
    public var sparesCurves: Bool

    /// A character at a place of the plot; by default it hides what was there.
    public init(x: Double, y: Double, glyph: Unicode.Scalar, style: Style, sparesCurves: Bool = false) {
      (self.x, self.y, self.glyph, self.style, self.sparesCurves) = (x, y, glyph, style, sparesCurves)
    }
  }
}
