import Screen

/// A corner of a triangle as it is seen, with what is mixed between the corners.
struct Corner {
  /// Column and row of pixels, and 1/distance.
  var seen: SIMD3<Float>
  /// The place on the scale, the light that falls on it, and how far it is in fog, 0…1.
  var shade: SIMD3<Float>
}

/// The nearest surface behind every pixel.
struct DepthBuffer {
  let width, height: Int
  /// 1/distance of what is seen, 0 for nothing.
  private(set) var nearness: [Float]
  private(set) var shades: [SIMD3<Float>]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    nearness = Array(repeating: 0, count: width * height)
    shades = Array(repeating: .zero, count: width * height)
  }

  /// Draws triangles, three corners each. The middle of a pixel says whether it is inside; 1/distance is linear on the
  /// screen, so that what is in front is exact.
  mutating func draw(_ corners: [Corner], triangles: [Int32]) {
    let size = (width: width, height: height)
    nearness.withUnsafeMutableBufferPointer { near in
      shades.withUnsafeMutableBufferPointer { shades in
        corners.withUnsafeBufferPointer { corners in
          for index in stride(from: 0, to: triangles.count, by: 3) {
            let (a, b, c) = (triangles[index], triangles[index + 1], triangles[index + 2])
            Self.draw(corners[Int(a)], corners[Int(b)], corners[Int(c)], size, near, shades)
          }
        }
      }
    }
  }

  private static func draw(
    _ a: Corner, _ b: Corner, _ c: Corner, _ size: (width: Int, height: Int),
    _ near: UnsafeMutableBufferPointer<Float>, _ shades: UnsafeMutableBufferPointer<SIMD3<Float>>
  ) {
    let (width, height) = size
    guard a.seen.z > 0, b.seen.z > 0, c.seen.z > 0 else { return }
    let (ab, ac) = (b.seen - a.seen, c.seen - a.seen)
    let area = ab.x * ac.y - ab.y * ac.x
    guard area.magnitude > 1e-9 else { return }
    let left = max(0, whole(min(a.seen.x, b.seen.x, c.seen.x), width))
    let right = min(width - 1, whole(max(a.seen.x, b.seen.x, c.seen.x), width))
    let top = max(0, whole(min(a.seen.y, b.seen.y, c.seen.y), height))
    let bottom = min(height - 1, whole(max(a.seen.y, b.seen.y, c.seen.y), height))
    guard left <= right, top <= bottom else { return }
    let (shadeB, shadeC) = (b.shade - a.shade, c.shade - a.shade)
    for y in top...bottom {
      let dy = Float(y) + 0.5 - a.seen.y
      for x in left...right {
        let dx = Float(x) + 0.5 - a.seen.x
        let (v, w) = ((dx * ac.y - dy * ac.x) / area, (dy * ab.x - dx * ab.y) / area)
        guard v >= 0, w >= 0, v + w <= 1 else { continue }
        let nearness = a.seen.z + v * ab.z + w * ac.z
        let pixel = y * width + x
        guard nearness > near[pixel] else { continue }
        near[pixel] = nearness
        shades[pixel] = a.shade + shadeB * v + shadeC * w
      }
    }
  }

  /// A coordinate as a number of a pixel, near enough to the picture to be an `Int`.
  private static func whole(_ value: Float, _ limit: Int) -> Int {
    Int(min(Float(limit) + 1, max(-1, value)))
  }

  /// Whether a place that is seen there lies in front of everything, or on it.
  func shows(_ seen: SIMD3<Float>) -> Bool {
    let (x, y) = (Self.whole(seen.x, width), Self.whole(seen.y, height))
    guard seen.z > 0, x >= 0, y >= 0, x < width, y < height else { return false }
    return seen.z * 1.02 >= nearness[y * width + x]
  }
}
