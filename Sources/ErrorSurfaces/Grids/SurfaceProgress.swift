/// How far a surface in the making is.
public struct SurfaceProgress: Hashable, Sendable {
  /// What is being computed.
  public let part: Part
  /// The share of it that has been computed, in whole per cent, 0…100.
  public let percent: Int

  /// The parts of a surface, in the order in which they are computed.
  public enum Part: Hashable, Sendable {
    /// The directions of the plane.
    case plane
    /// The costs on the plane.
    case costs
  }

  /// - Parameter share: 0…1; per cent are rounded down, so that 100 is all of it.
  public init(_ part: Part, share: Double) {
    self.part = part
    percent = Int(100 * max(0, min(1, share)))
  }
}
