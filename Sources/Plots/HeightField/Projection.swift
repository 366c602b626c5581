import Screen

/// A place of the mountain's world: its ground is the square −1…1 in x and y, its height goes from 0 to `Projection.top`.
typealias Place = SIMD3<Float>

/// How places become pixels: a turn about the vertical, a tilt, and a central perspective.
struct Projection {
  /// The height of the highest value.
  static let top: Float = 0.85
  /// From the eye to the middle of the mountain.
  static let distance: Float = 4.2

  private let yaw, pitch: (sine: Float, cosine: Float)
  /// Pixels across and down for one unit at distance 1, and the middle of the picture.
  private let focus, middle: SIMD2<Float>

  /// A projection onto so many pixels of that shape (width by height).
  init(_ camera: Camera, width: Int, height: Int, pixelAspect: Double) {
    let (turn, tilt) = (Turn.of(camera.yaw), Turn.of(min(85, max(5, camera.pitch.isFinite ? camera.pitch : 35))))
    yaw = (Float(turn.sine), Float(turn.cosine))
    pitch = (Float(tilt.sine), Float(tilt.cosine))
    let zoom = Float(min(20, max(0.2, camera.zoom.isFinite ? camera.zoom : 1)))
    // The ground's corners lie on a circle, which is seen as an ellipse; what is nearer is seen larger.
    let across = Float(1.4143) / (Self.distance - 0.6)
    let down = (1.4143 * pitch.sine + Self.top / 2 * pitch.cosine) / (Self.distance - 0.7)
    let (wide, high) = (Float(width) * Float(pixelAspect), Float(height))
    let unit = zoom * min(wide / 2 / across, high / 2 / down)
    focus = SIMD2(unit / Float(pixelAspect), unit)
    middle = SIMD2(Float(width) / 2, Float(height) / 2)
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
