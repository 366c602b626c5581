/// A part of the screen with a view of its own. The raw value is the key that focuses it.
public enum Panel: Int, CaseIterable, Codable, Hashable, Sendable {
  /// The layers as columns of units, the weights between them.
  case network = 1
  /// In the order of their keys, 2…8.
  case loss, map, surface, arithmetic, health, settings, lesson

  /// The name in the panel's title.
  public var title: String {
    switch self {
    case .network: "network"
    case .loss: "loss"
    case .map: "map"
    case .surface: "surface"
    case .arithmetic: "arithmetic"
    case .health: "health"
    case .settings: "settings"
    case .lesson: "lesson"
    }
  }
}
