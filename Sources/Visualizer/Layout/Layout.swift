import Experiments
import Screen

/// Where everything stands on a screen of some size.
///
/// The screen has slots; a slot holds one panel, or several of which the one last focused is in front and the others
/// are named in its title.
public struct Layout: Hashable, Sendable {
  /// The first row, with the experiment's name and how far it has come.
  public let title: Region
  /// The rows below the title for large numerals; empty where they are not wanted or there is no room.
  public let numbers: Region
  /// All between those and the settings.
  public let middle: Region
  /// The places for panels; those on the left come before those on the right.
  public let slots: [Slot]
  /// The rows below the slots for the text of a lesson; empty where a panel shows it, or where there is none.
  public let band: Region
  /// The row of hyper-parameters; empty where there is no room.
  public let settings: Region
  /// The last row, with the keys.
  public let keys: Region

  /// A place for panels.
  public struct Slot: Hashable, Sendable {
    /// Its cells, the box around them included.
    public let region: Region
    /// The panels that it holds, in the order in which its title names them.
    public let panels: [Panel]
    /// The panel that shows.
    public let front: Panel
  }

  /// The kinds of layout, by the size of the screen.
  public enum Kind: Hashable, Sendable {
    /// Below 40x12: a notice.
    case tooSmall
    /// Below 80x24: one panel, the others as tabs.
    case single
    /// Four slots.
    case standard
    /// Four slots, and one for a lesson: from 36 rows.
    case tall
    /// Six slots, from 150x40.
    case wide
  }

  /// The smallest screen that is drawn, in columns and rows; below it there is a notice.
  public static let minimum = (width: 40, height: 12)

  /// The kind of layout for a screen of so many columns and rows.
  public static func kind(width: Int, height: Int) -> Kind {
    if width < minimum.width || height < minimum.height { return .tooSmall }
    if width < 80 || height < 24 { return .single }
    if width >= 150 && height >= 40 { return .wide }
    return height >= 36 ? .tall : .standard
  }

  /// - Parameters:
  ///   - panels: the panels there are for the present experiment.
  ///   - recency: panels by the time since they had the focus, the last one first.
  ///   - zoomed: the one panel to show, if any.
  ///   - isLarge: whether there are fewer and larger things, for the last row of a room.
  ///   - rows: the height of the band below the slots.
  public init(
    width: Int, height: Int, panels: [Panel], recency: [Panel], zoomed: Panel? = nil, isLarge: Bool = false,
    band rows: Int = 0
  ) {
    title = Region(x: 0, y: 0, width: width, height: 1)
    keys = Region(x: 0, y: height - 1, width: width, height: 1)
    let kind = Layout.kind(width: width, height: height)
    settings = Region(x: 0, y: height - 2, width: width, height: kind == .single ? 0 : 1)
    numbers = Region(x: 0, y: 1, width: width, height: isLarge && height >= 18 ? LargeNumbers.height : 0)
    middle = Region(x: 0, y: numbers.maxY, width: width, height: height - numbers.maxY - 1 - settings.height)
    let (upper, lower) = middle.split(above: middle.height - rows)
    band = lower
    let usual =
      isLarge && kind != .single ? Partition.large : Partition(kind, hasLesson: panels.contains(.lesson))
    let partition = zoomed.map { Partition.panels([$0]) } ?? usual
    slots = partition.places(in: upper, panels: panels).map { region, held in
      Slot(region: region, panels: held, front: recency.first(where: held.contains) ?? held[0])
    }
  }

  /// The slot that holds a panel, in front or behind.
  public func slot(of panel: Panel) -> Slot? { slots.first { $0.panels.contains(panel) } }
}

extension Region {
  /// The first `rows` rows, and the rest.
  func split(above rows: Int) -> (Region, Region) {
    let rows = max(0, min(rows, height))
    return (
      Region(x: x, y: y, width: width, height: rows), Region(x: x, y: y + rows, width: width, height: height - rows)
    )
  }

  /// The first `columns` columns, and the rest.
  func split(left columns: Int) -> (Region, Region) {
    let columns = max(0, min(columns, width))
    return (
      Region(x: x, y: y, width: columns, height: height),
      Region(x: x + columns, y: y, width: width - columns, height: height)
    )
  }
}
