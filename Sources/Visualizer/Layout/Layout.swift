import Screen

/// Where everything stands on a screen of some size.
///
/// The screen has slots; a slot holds one panel, or several of which the one last focused is in front and the others
/// are named in its title.
public struct Layout: Hashable, Sendable {
  public let title: Region
  public let slots: [Slot]
  /// The row of hyper-parameters; empty where there is no room.
  public let settings: Region
  public let keys: Region

  /// A place for panels.
  public struct Slot: Hashable, Sendable {
    public let region: Region
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
    /// Six slots, from 150x40.
    case wide
  }

  public static let minimum = (width: 40, height: 12)

  public static func kind(width: Int, height: Int) -> Kind {
    if width < minimum.width || height < minimum.height { return .tooSmall }
    if width < 80 || height < 24 { return .single }
    return width >= 150 && height >= 40 ? .wide : .standard
  }

  /// - Parameters:
  ///   - panels: the panels there are for the present experiment.
  ///   - recency: panels by the time since they had the focus, the last one first.
  ///   - zoomed: the one panel to show, if any.
  public init(width: Int, height: Int, panels: [Panel], recency: [Panel], zoomed: Panel? = nil) {
    title = Region(x: 0, y: 0, width: width, height: 1)
    keys = Region(x: 0, y: height - 1, width: width, height: 1)
    let kind = Layout.kind(width: width, height: height)
    settings = Region(x: 0, y: height - 2, width: width, height: kind == .single ? 0 : 1)
    let middle = Region(x: 0, y: 1, width: width, height: height - 2 - settings.height)
    let places =
      if let zoomed { [(middle, [zoomed])] } else { Layout.places(kind, in: middle) }
    slots = places.compactMap { region, held in
      let there = held.filter(panels.contains)
      guard let front = recency.first(where: there.contains) ?? there.first, !region.isEmpty else { return nil }
      return Slot(region: region, panels: there, front: front)
    }
  }

  /// The slot that holds a panel, in front or behind.
  public func slot(of panel: Panel) -> Slot? { slots.first { $0.panels.contains(panel) } }

  private static func places(_ kind: Kind, in middle: Region) -> [(Region, [Panel])] {
    switch kind {
    case .tooSmall: []
    case .single: [(middle, Panel.allCases)]
    case .standard: standard(in: middle)
    case .wide: wide(in: middle)
    }
  }

  /// Network over loss on the left; map or surface over the rest on the right.
  private static func standard(in middle: Region) -> [(Region, [Panel])] {
    let top = (middle.height * 58 + 50) / 100
    let left = max(46, middle.width * 58 / 100)
    let (upper, lower) = middle.split(above: top)
    return [
      (upper.split(left: left).0, [.network]),
      (upper.split(left: left).1, [.map, .surface]),
      (lower.split(left: left).0, [.loss]),
      (lower.split(left: left).1, [.settings, .arithmetic, .health, .lesson]),
    ]
  }

  /// Network, map and surface over loss; a column of words and numbers on the right.
  private static func wide(in middle: Region) -> [(Region, [Panel])] {
    let side = max(44, middle.width * 23 / 100)
    let (main, column) = middle.split(left: middle.width - side)
    let (upper, lower) = main.split(above: (main.height * 64) / 100)
    let (network, pictures) = upper.split(left: (upper.width * 60) / 100)
    let (map, surface) = pictures.split(above: (pictures.height + 1) / 2)
    let (numbers, words) = column.split(above: column.height / 2)
    return [
      (network, [.network]), (map, [.map]), (surface, [.surface]), (lower, [.loss]),
      (numbers, [.arithmetic, .health]), (words, [.settings, .lesson]),
    ]
  }
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
