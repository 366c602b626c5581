import Screen

/// Units in columns and the connections between neighbouring columns.
///
/// The thickness of a connection is its share of the greatest |weight| of its gap; its sign shows in its colour, and
/// negative ones have gaps. Strong ones lie on top of weak ones. Where units or connections are too many to be drawn,
/// the picture says how many there are.
public struct Diagram: Sendable {
  public var columns: [Column]
  /// The connections from column `i` to column `i + 1`; what is missing is not drawn.
  public var gaps: [Connections]
  /// What the cursor is on.
  public var selection: Selection?
  /// Whether only the connections of the selection keep their colour.
  public var isolatesSelection = false
  /// Signals on their way.
  public var pulses: [Pulse] = []
  /// The scale of the units' values.
  public var scale: ValueScale
  /// The most connections drawn in one gap; nil is what there is room for.
  public var edgeLimit: Int?

  public init(columns: [Column], gaps: [Connections], scale: ValueScale = .diverging(limit: 1)) {
    (self.columns, self.gaps, self.scale) = (columns, gaps, scale)
  }

  /// A layer: its units, and what stands above them.
  public struct Column: Sendable {
    public var title: String
    public var nodes: [Node]

    public init(title: String = "", nodes: [Node]) { (self.title, self.nodes) = (title, nodes) }
  }

  /// A unit.
  public struct Node: Hashable, Sendable {
    /// What it gives out at this moment, shown by its shade and, where there is room, as a number; nil before it is known.
    public var value: Double?
    public var label: String
    /// Shown below a unit that has room for it.
    public var bias: Double?
    /// Shown inside a unit that has room for it, in place of its value: its own map, or its weights as a picture.
    public var picture: HeatMap?

    public init(value: Double? = nil, label: String = "", bias: Double? = nil, picture: HeatMap? = nil) {
      (self.value, self.label, self.bias, self.picture) = (value, label, bias, picture)
    }
  }

  /// A connection between unit `from` of one column and unit `to` of the next.
  public struct Edge: Hashable, Sendable {
    public var from, to: Int
    public var weight: Double

    public init(from: Int, to: Int, weight: Double) { (self.from, self.to, self.weight) = (from, to, weight) }
  }

  /// A unit's place: its column and its number in it, both from 0.
  public struct NodeID: Hashable, Sendable {
    public var column, index: Int

    public init(column: Int, index: Int) { (self.column, self.index) = (column, index) }
  }

  /// What the cursor is on: a unit, or a connection from a unit of column `gap` to one of the next.
  public enum Selection: Hashable, Sendable {
    case node(NodeID)
    case edge(gap: Int, from: Int, to: Int)
  }

  /// A signal in a gap: at 0 it leaves the left column, at 1 it reaches the right one; backward is the other way round.
  public struct Pulse: Hashable, Sendable {
    public var gap: Int
    public var position: Double
    public var isBackward: Bool

    public init(gap: Int, position: Double, isBackward: Bool = false) {
      (self.gap, self.position, self.isBackward) = (gap, position, isBackward)
    }
  }
}
