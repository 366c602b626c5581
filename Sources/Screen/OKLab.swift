/// A colour by lightness and two opponent colours, in which equal distances look about equally far apart.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020). Lightness is 0 for black and 1 for white.
public struct OKLab: Hashable, Sendable {
  /// Lightness, green to red, blue to yellow; the fourth is 1, so that sums of colours count themselves.
  public var parts: SIMD4<Float>

  /// A colour by its lightness (0…1), its place from green to red and from blue to yellow (about −0.4…0.4).
  public init(_ lightness: Float, _ a: Float, _ b: Float) { parts = SIMD4(lightness, a, b, 1) }

  /// The colour of such parts.
  public init(_ parts: SIMD4<Float>) { self.parts = parts }

  /// From 0, black, to 1, white.
  public var lightness: Float { parts.x }

  /// The colour of 8-bit sRGB components.
  public init(_ color: Color.Components) {
    let (r, g, b) = (SRGB.linear(color.red), SRGB.linear(color.green), SRGB.linear(color.blue))
    let l = Root.cube(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = Root.cube(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = Root.cube(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    self.init(
      Float(0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s),
      Float(1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s),
      Float(0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s))
  }

  /// The square of the distance to another colour.
  public func distance(to other: OKLab) -> Float {
    let difference = parts - other.parts
    return (difference * difference).sum()
  }

  /// This colour and a share of another, 0…1.
  public func mixed(with other: OKLab, _ share: Float) -> OKLab {
    var result = self
    result.parts += (other.parts - parts) * share
    return result
  }

  /// Red, green and blue, 0…1 each where a screen can show the colour, linear in light.
  public var linear: SIMD3<Float> {
    let l = parts.x + 0.3963377774 * parts.y + 0.2158037573 * parts.z
    let m = parts.x - 0.1055613458 * parts.y - 0.0638541728 * parts.z
    let s = parts.x - 0.0894841775 * parts.y - 1.2914855480 * parts.z
    let cubes = SIMD3(l * l * l, m * m * m, s * s * s)
    return SIMD3(
      (SIMD3(4.0767416621, -3.3077115913, 0.2309699292) * cubes).sum(),
      (SIMD3(-1.2684380046, 2.6097574011, -0.3413193965) * cubes).sum(),
      (SIMD3(-0.0041960863, -0.7034186147, 1.7076147010) * cubes).sum())
  }

  /// Whether a screen can show the colour.
  public var isShown: Bool {
    let light = linear
    return light.min() >= -0.0005 && light.max() <= 1.0005
  }

  /// The nearest 24-bit colour, each component cut to its range.
  public var color: Color {
    let light = linear
    return .rgb(SRGB.code(light.x), SRGB.code(light.y), SRGB.code(light.z))
  }
}

extension Color {
  /// The colour in OKLab; nil for the default.
  public var oklab: OKLab? {
    if let index = paletteIndex { return OKLab.table[Int(index)] }
    return components.map { OKLab($0) }
  }
}

extension OKLab {
  /// xterm's table of 256 colours.
  fileprivate static let table = Color.Components.table.map { OKLab($0) }
}

/// The curve between light and the components of sRGB (IEC 61966-2-1).
enum SRGB {
  /// The light of a component 0…255: ((c + 0.055)/1.055)^2.4, or c/12.92 for the darkest.
  static func linear(_ component: Int) -> Double { table[component] }

  private static let table: [Double] = (0...255).map { light(Double($0) / 255) }

  private static func light(_ c: Double) -> Double {
    guard c > 0.04045 else { return c / 12.92 }
    let base = (c + 0.055) / 1.055
    return base * base * Root.fifth(base * base)
  }

  /// The component whose light is nearest, 0…255.
  static func code(_ light: Float) -> UInt8 {
    guard light > 0 else { return 0 }
    guard light < 1 else { return 255 }
    var code = starts[Int(light.squareRoot() * 1023)]
    while code < 255, light >= bounds[Int(code)] { code += 1 }
    return code
  }

  /// The light between each component and the next.
  private static let bounds: [Float] = (0..<255).map { Float(light((Double($0) + 0.5) / 255)) }

  /// The component of a light whose square root is a number of 1023rds.
  private static let starts: [UInt8] = (0...1023).map { index in
    let root = Float(index) / 1023
    return UInt8(bounds.firstIndex { root * root < $0 } ?? 255)
  }
}

/// Roots in plain arithmetic, so that a picture is the same on every machine.
enum Root {
  /// The cube root of a number from 0 to 1.
  static func cube(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<60 {
      let next = (2 * root + x / (root * root)) / 3
      if next >= root { break }
      root = next
    }
    return root
  }

  /// The fifth root of a number from 0 to 1.
  static func fifth(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<90 {
      let next = (4 * root + x / (root * root * root * root)) / 5
      if next >= root { break }
      root = next
    }
    return root
  }
}
