import Screen

/// A place of the mountain's world: its ground is the square −1…1 in x and y, its height goes from 0 to `Projection.top`.
typealias Place = SIMD3<Float>

/// How places become pixels: a turn about the vertical, a tilt, and a central perspective.
struct Projection {
  /// The height of the highest value.
  static let top: Float = 0.85
  /// From the eye to the middle of the mountain.
  static let distance: Float = 4.2

  /// From the middle of the ground to its corners.
  private static let reach: Float = 1.4143

  private let yaw, pitch: (sine: Float, cosine: Float)
  /// Pixels across and down for one unit at distance 1, and the middle of the picture.
  private let focus, middle: SIMD2<Float>

  /// A projection onto so many pixels of that shape (width by height).
  init(_ camera: Camera, width: Int, height: Int, pixelAspect: Double) {
    let (turn, tilt) = (Turn.of(camera.yaw), Turn.of(min(85, max(5, camera.pitch.isFinite ? camera.pitch : 35))))
    yaw = (Float(turn.sine), Float(turn.cosine))
    pitch = (Float(tilt.sine), Float(tilt.cosine))
    let zoom = Float(min(20, max(0.2, camera.zoom.isFinite ? camera.zoom : 1)))
    // The ground's corners lie on a circle; whatever the turn, its farthest and nearest points bound the picture.
    var (lowest, highest) = (Float.infinity, -Float.infinity)
    for away in [-Self.reach, Self.reach] {
      for up in [-Self.top / 2, Self.top / 2] {
        let depth: Float = Self.distance + away * pitch.cosine - up * pitch.sine
        let raised: Float = (up * pitch.cosine + away * pitch.sine) / depth
        (lowest, highest) = (min(lowest, raised), max(highest, raised))
      }
    }
    let depth: Float = Self.distance - Self.top / 2 * pitch.sine
    let nearest: Float = depth * depth - 2 * pitch.cosine * pitch.cosine
    let across: Float = Self.reach / nearest.squareRoot()
    let (wide, high) = (Float(width) * Float(pixelAspect), Float(height))
    let unit: Float = 0.97 * min(wide / 2 / across, high / (highest - lowest))
    focus = SIMD2(unit / Float(pixelAspect), unit) * zoom
    middle = SIMD2(Float(width) / 2, high / 2 + unit * zoom * (highest + lowest) / 2)
  }

  /// Where a place is seen: column and row of pixels, and 1/distance along the line of sight, 0 behind the eye.
  func seen(_ place: Place) -> SIMD3<Float> {
    let right = place.x * yaw.cosine - place.y * yaw.sine
    let away = place.x * yaw.sine + place.y * yaw.cosine
    let up = place.z - Self.top / 2
    let depth = Self.distance + away * pitch.cosine - up * pitch.sine
    guard depth > 0.1 else { return .zero }
    let raised = up * pitch.cosine + away * pitch.sine
    return SIMD3(middle.x + focus.x * right / depth, middle.y - focus.y * raised / depth, 1 / depth)
  }
}
