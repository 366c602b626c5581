import Experiments
import Screen

/// How the middle of the screen is divided among panels. A part without panels leaves its room to its neighbour.
indirect enum Partition: Sendable {
  /// One slot, for the first of these panels or for another of them in its place.
  case panels([Panel])
  /// Two parts side by side; the left one has `share` of the width, and at least `least` columns.
  case columns(Partition, Partition, share: Int, least: Int)
  /// Two parts one above the other; the upper one has `share` of the height.
  case rows(Partition, Partition, share: Int)

  /// The division for a kind of layout.
  init(_ kind: Layout.Kind, hasLesson: Bool) {
    switch kind {
    case .tooSmall: self = .panels([])
    case .single: self = .panels(Panel.allCases)
    case .standard: self = hasLesson ? Partition.standardLesson : Partition.standard
    case .tall: self = hasLesson ? Partition.tallLesson : Partition.tall
    case .wide: self = Partition.wide
    }
  }

  /// Network over loss on the left; map or surface over numbers and words on the right.
  private static let standard = columns(
    rows(panels([.network]), panels([.loss]), share: 62),
    rows(panels([.map, .surface]), panels([.settings, .arithmetic, .health]), share: 62),
    share: 58, least: 46)

  /// One picture, and beside it one panel of curves, numbers or words.
  static let large = columns(
    panels([.network, .map, .surface]), panels([.loss, .settings, .arithmetic, .health, .lesson]), share: 58, least: 46)

  /// With a lesson, which keeps its place on the right: what it sends the learner to stands on the left.
  private static let standardLesson = columns(
    rows(panels([.network]), panels([.loss, .settings, .arithmetic, .health]), share: 58),
    rows(panels([.map, .surface]), panels([.lesson]), share: 38),
    share: 53, least: 42)

  /// As the standard one, with more room below the pictures.
  private static let tall = columns(
    rows(panels([.network]), panels([.loss]), share: 58),
    rows(panels([.map, .surface]), panels([.settings, .arithmetic, .health]), share: 58),
    share: 58, least: 46)

  /// The same with a lesson between the pictures and the numbers.
  private static let tallLesson = columns(
    rows(panels([.network]), panels([.loss]), share: 58),
    rows(
      panels([.map, .surface]), rows(panels([.lesson]), panels([.settings, .arithmetic, .health]), share: 52),
      share: 42),
    share: 58, least: 46)

  /// Network, map and surface over loss; a column of words and numbers on the right.
  private static let wide = columns(
    rows(
      columns(panels([.network]), rows(panels([.map]), panels([.surface]), share: 50), share: 60, least: 0),
      panels([.loss]), share: 64),
    rows(
      panels([.arithmetic, .health]), rows(panels([.lesson]), panels([.settings]), share: 50), share: 50),
    share: 77, least: 0)

  /// The slots in a region, of the panels that there are.
  func places(in region: Region, panels there: [Panel]) -> [(Region, [Panel])] {
    switch self {
    case .panels(let panels):
      let held = panels.filter(there.contains)
      return held.isEmpty || region.isEmpty ? [] : [(region, held)]
    case .columns(let first, let second, let share, let least):
      let (left, right) = region.split(left: max(least, (region.width * share + 50) / 100))
      return Partition.places(of: first, second, in: region, (left, right), there)
    case .rows(let first, let second, let share):
      let halves = region.split(above: (region.height * share + 50) / 100)
      return Partition.places(of: first, second, in: region, halves, there)
    }
  }

  private static func places(
    of first: Partition, _ second: Partition, in whole: Region, _ halves: (Region, Region), _ there: [Panel]
  ) -> [(Region, [Panel])] {
    if first.places(in: whole, panels: there).isEmpty { return second.places(in: whole, panels: there) }
    if second.places(in: whole, panels: there).isEmpty { return first.places(in: whole, panels: there) }
    return first.places(in: halves.0, panels: there) + second.places(in: halves.1, panels: there)
  }
}
