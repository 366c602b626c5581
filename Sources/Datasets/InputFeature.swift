/// An input of the network, made from the raw inputs of a data set. Inputs count from 0 here and from 1 in names.
public enum InputFeature: Hashable, Sendable {
  /// `x1`
  case input(Int)
  /// `x1^2`
  case square(Int)
  /// `x1x2`
  case product(Int, Int)
  /// `sin(x1)`
  case sine(Int)
  /// A column of a file by its name; a column of categories stands for the inputs of all its categories.
  case column(String)

  /// The seven inputs offered for a data set on the plane.
  public static let plane: [InputFeature] = [
    .input(0), .input(1), .square(0), .square(1), .product(0, 1), .sine(0), .sine(1),
  ]

  /// The inputs that are offered as switches for a data set of so many raw inputs.
  public static func offered(inputs: Int) -> [InputFeature] {
    switch inputs {
    case 1: [.input(0), .square(0), .sine(0)]
    case 2: plane
    default: (0..<inputs).map { .input($0) }
    }
  }

  /// The name in demo files: `x1`, `x1^2`, `x1x2`, `sin(x1)`, or that of the column.
  public var name: String {
    switch self {
    case .input(let i): "x\(i + 1)"
    case .square(let i): "x\(i + 1)^2"
    case .product(let i, let j): "x\(i + 1)x\(j + 1)"
    case .sine(let i): "sin(x\(i + 1))"
    case .column(let name): name
    }
  }

  /// Reads a name. `x1²`, `x1*x2`, `x1·x2` and `sin x1` are accepted too; what is no such formula is a column's name.
  public init(name: String) {
    let text = name.filter { !" *·".contains($0) }.replacing("²", with: "^2")
    if let i = Self.index(text) {
      self = .input(i)
    } else if text.hasSuffix("^2"), let i = Self.index(text.dropLast(2)) {
      self = .square(i)
    } else if text.hasPrefix("sin"), let i = Self.index(text.dropFirst(3).filter { !"()".contains($0) }) {
      self = .sine(i)
    } else if let middle = text.lastIndex(of: "x"), let i = Self.index(text[..<middle]),
      let j = Self.index(text[middle...])
    {
      self = i == j ? .square(i) : .product(min(i, j), max(i, j))
    } else {
      self = .column(name)
    }
  }

  /// 2 for `x3`, or nil.
  private static func index(_ text: some StringProtocol) -> Int? {
    guard text.first == "x", text.dropFirst().allSatisfy({ ("0"..."9").contains($0) }),
      let number = Int(text.dropFirst()), (1...100_000).contains(number)
    else { return nil }
    return number - 1
  }
}
