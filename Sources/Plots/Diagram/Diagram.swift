import Screen

/// Units in columns and the connections between neighbouring columns.
///
/// The thickness of a connection is its share of the greatest |weight| of its gap; its sign shows in its colour, and
/// negative ones have gaps, a weight of zero has none. Strong ones lie bright on top of weak ones. Where units or
/// connections are too many to be drawn,
/// the picture says how many there are.
public struct Diagram: Sendable {
  /// The layers from left to right, the inputs first.
  public var columns: [Column]
  /// The connections from column `i` to column `i + 1`; what is missing is not drawn.
  public var gaps: [Connections]
  /// What the cursor is on.
  public var selection: Selection?
  /// Whether only the connections of the selection keep their colour.
  public var isolatesSelection = false
  /// Whether weights are written on their connections, where they are few or selected.
  public var showsWeights = false
  /// Signals on their way.
  public var pulses: [Pulse] = []
  /// The scale of the units' values.
  public var scale: ValueScale
  /// The most connections drawn in one gap; nil is what there is room for.
  public var edgeLimit: Int?

  /// A diagram of columns and the connections between neighbours.
  public init(columns: [Column], gaps: [Connections], scale: ValueScale = .diverging(limit: 1)) {
    (self.columns, self.gaps, self.scale) = (columns, gaps, scale)
  }

  /// A layer: its units, and what stands above them.
  public struct Column: Sendable {
    /// What stands above the units.
    public var title: String
    /// The units from top to bottom.
    public var nodes: [Node]
    /// The units from the most to the least important: where not all fit, the first of them are shown, and the picture says
    /// that they are the strongest. Nil shows those about the selection.
    public var order: [Int]?

    /// A layer; by default without a title.
    public init(title: String = "", nodes: [Node], order: [Int]? = nil) {
      (self.title, self.nodes, self.order) = (title, nodes, order)
    }
  }

  /// A unit.
  public struct Node: Hashable, Sendable {
    /// What it gives out at this moment, shown by its shade and, where there is room, as a number; nil before it is known.
    public var value: Double?
    /// The unit's name, beside it where there is room.
    public var label: String
    /// Shown in the lower line of a unit that has room for it.
    public var bias: Double?
    /// Lines under an output's label, where there is room: what was wanted, and the cost.
    public var notes: [String] = []
    /// Whether its label stands out: the class that was wanted.
    public var isWanted = false
    /// Shown inside a unit that has room for it, in place of its value: its own map, or its weights as a picture.
    public var picture: HeatMap?

    /// A unit; what is not given is not drawn.
    public init(value: Double? = nil, label: String = "", bias: Double? = nil, picture: HeatMap? = nil) {
      (self.value, self.label, self.bias, self.picture) = (value, label, bias, picture)
    }
  }

  /// A connection between unit `from` of one column and unit `to` of the next.
  public struct Edge: Hashable, Sendable {
    /// The numbers of the two units in their columns, from 0.
    public var from, to: Int
    /// The connection's weight: its sign and size choose colour and strength.
    public var weight: Double
    /// How much the last step changed it; nil where that is not known.
    public var change: Double?

    /// A connection from unit `from` to unit `to` of the next column.
    public init(from: Int, to: Int, weight: Double, change: Double? = nil) {
      (self.from, self.to, self.weight, self.change) = (from, to, weight, change)
    }
  }

  /// A unit's place: its column and its number in it, both from 0.
  public struct NodeID: Hashable, Sendable {
    /// The number of the column, and that of the unit in it.
    public var column, index: Int

    /// The unit number `index` of a column.
    public init(column: Int, index: Int) { (self.column, self.index) = (column, index) }
  }

  /// What the cursor is on: a unit, or a connection from a unit of column `gap` to one of the next.
  public enum Selection: Hashable, Sendable {
    /// A unit.
    case node(NodeID)
    /// A connection, by the column that it starts from and the units' numbers.
    case edge(gap: Int, from: Int, to: Int)
  }

  /// A signal in a gap: at 0 it leaves the left column, at 1 it reaches the right one; backward is the other way round.
  public struct Pulse: Hashable, Sendable {
    /// The number of the column to the left of the gap.
    public var gap: Int
    /// How far it has come, from 0 to 1.
    public var position: Double
    /// Whether it moves from right to left, as gradients do.
    public var isBackward: Bool

    /// A signal; by default on its way forward.
    public init(gap: Int, position: Double, isBackward: Bool = false) {
      (self.gap, self.position, self.isBackward) = (gap, position, isBackward)
    }
  }
}
