/// The costs measured as training went on.
public struct LossCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public var updates: Int
    public var training: Double?
    public var test: Double?
  }

  public struct Mark: Hashable, Sendable {
    public let updates: Int
    public let label: String
  }

  public private(set) var points: [Point] = []
  public private(set) var marks: [Mark] = []

  /// Adds a point, or replaces the last where no update has been made since.
  mutating func record(updates: Int, training: Double?, test: Double?) {
    let point = Point(updates: updates, training: training, test: test)
    if points.last?.updates == updates { points[points.count - 1] = point } else { points.append(point) }
  }

  /// Notes that something was changed.
  mutating func mark(_ label: String, at updates: Int) {
    marks.append(Mark(updates: updates, label: label))
  }
}
