import Foundation
import LinearAlgebra

@testable import Experiments

extension SettingShape {
  /// A value of this shape; bounds that are included come up often.
  ///
  /// - Parameter fixed: the length of a list.
  func sample(from stream: inout RandomStream, length fixed: Int? = nil) -> SettingValue {
    switch self {
    case .flag: return .flag(stream.integer(below: 2) == 0)
    case .whole(let range):
      let ends = [range.lowerBound, range.upperBound, range.lowerBound + 1]
      let width = Int(min(range.upperBound - range.lowerBound, 1_000_000))
      let inside = range.lowerBound + UInt64(stream.integer(below: width + 1))
      return .number(([inside, inside] + ends)[stream.integer(below: 5)])
    case .number(let interval): return .number(interval.sample(from: &stream))
    case .text:
      let words = ["it's \"so\"", "null", "1e5", "yes", "a: b", "日本", "x1", "# no", "- x", "{a}", "~", "T (°C)", "007"]
      return .text(words[stream.integer(below: words.count)])
    case .names(let names, let also): return .text((names + also)[stream.integer(below: names.count + also.count)])
    case .form(_, let example): return .text(example)
    case .list(let element, let count):
      let length =
        fixed ?? max(count.lowerBound, min(count.upperBound, count.upperBound > 100 ? 2 : stream.integer(below: 7)))
      return .list((0..<length).map { _ in element.sample(from: &stream) })
    case .either(let shapes):
      let shapes = shapes.filter { !$0.needsFile }
      return shapes[stream.integer(below: shapes.count)].sample(from: &stream, length: fixed)
    }
  }

  /// Values that are just not of this shape.
  var outside: [SettingValue] {
    switch self {
    case .flag: [.text("maybe"), .number("2")]
    case .whole(let range):
      [.number("-1"), .number("1.5"), .text("many")]
        + (range.lowerBound > 0 ? [.number(range.lowerBound - 1)] : [])
        + (range.upperBound < UInt64(Int.max) ? [.number(range.upperBound + 1)] : [])
    case .number(let interval): interval.outside.map { .number($0) } + [.text("fast"), .number("1e999")]
    case .text: []
    case .names: [.text("there is none of that name")]
    case .form: []
    case .list(let element, let count):
      element.outside.map { .list([$0]) }
        + (count.upperBound < 100 ? [.list(Array(repeating: .number("1"), count: count.upperBound + 1))] : [])
    case .either(let shapes):
      shapes.contains(where: \.takesAnyText)
        ? []
        : shapes.contains { if case .form = $0 { true } else { false } }
          ? [.text("nothing of that name")] : shapes.flatMap { shape in shape.isList ? [] : shape.outside }
    }
  }

  private var takesAnyText: Bool { if case .list(.text, _) = self { true } else { self == .text } }
  private var needsFile: Bool { if case .form(_, let example) = self { example.hasSuffix(".csv") } else { false } }
  private var isList: Bool { if case .list = self { true } else { false } }
}

extension Interval {
  fileprivate func sample(from stream: inout RandomStream) -> Float {
    let ends = (includesLower ? [Float(lower)] : []) + (includesUpper ? [Float(upper)] : [])
    if !ends.isEmpty, stream.integer(below: 4) == 0 { return ends[stream.integer(below: ends.count)] }
    let scale = Float(upper.isFinite ? upper - lower : 1e6)
    // From far below the upper bound to it, each size as often as another.
    let share = exp2(-Float(stream.integer(below: 30))) * (0.5 + stream.uniform() / 2.0001)
    return Float(lower) + scale * share
  }

  /// The numbers next to the interval, and far from it.
  fileprivate var outside: [Double] {
    let below = includesLower ? lower - 1e-3 - abs(lower) * 1e-3 : lower
    return [below, lower - 10] + (upper.isFinite ? [includesUpper ? upper * 1.001 : upper, upper * 2 + 1] : [])
  }
}
