import Plots
import Testing

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (0.03, "0.03"), (0.00001, "0.00001"), (0.3, "0.3"), (10, "10"), (-2.41, "-2.41"),
      (1.0 / 3, "0.3333"), (2.0 / 3, "0.6667"), (1234.5, "1235"), (12345, "12345"), (1_234_567, "1234567"),
      (12_345_678, "12.35M"), (1.5e9, "1.5G"), (2.25e12, "2.25T"), (1e20, "1e20"), (1e-7, "1e-7"),
      (-1.25e-9, "-1.3e-9"),
      (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"), (99999.99, "100000"), (0.99999, "1"),
    ] as [(Double, String)])
  func readingsInSevenColumns(_ value: Double, _ expected: String) {
    #expect(NumberFormat.reading.string(value) == expected)
  }

  @Test(
    arguments: [
      (1.82, "+1.820"), (-2.41, "-2.410"), (0, "0.000"), (0.0003, "+0.0003"), (-0.0409, "-0.0409"), (123.456, "+123.5"),
      (9.99996, "+10.00"), (.infinity, "+inf"),
    ] as [(Double, String)])
  func signedNumbersKeepTheirZeros(_ value: Double, _ expected: String) {
    #expect(NumberFormat.signed.string(value) == expected)
  }

  @Test(arguments: [
    (12345, "12k"), (1234, "1234"), (43210, "43k"), (999_999, "1.0M"), (3_400_000, "3.4M"), (0.5, "0.50"),
    (-12345, "-12k"),
  ])
  func fourColumns(_ value: Double, _ expected: String) {
    #expect(NumberFormat(width: 4, significantDigits: 2).string(value) == expected)
  }

  @Test(
    arguments: [
      (0.125, 2, "0.13"), (2.675, 2, "2.68"), (-0.001, 2, "0.00"), (9.999, 1, "10.0"),
      (1e21, 0, "1000000000000000000000"),
    ]
      as [(Double, Int, String)])
  func fixedDecimals(_ value: Double, _ decimals: Int, _ expected: String) {
    #expect(NumberFormat.fixed(value, decimals: decimals) == expected)
  }

  @Test func paddingAlignsOnTheRight() {
    #expect(NumberFormat.signed.padded(1.5) == " +1.500")
    #expect(NumberFormat.signed.padded(-1.5) == " -1.500")
  }

  /// Over many magnitudes and widths: what is written fits, reads back near the value and is never `1e-05`.
  @Test func writtenNumbersFitAndReadBack() throws {
    for exponent in -12...17 {
      for digits in [1, 1.5, 2.499999, 3.14159, 9.4, 9.9999] {
        for sign in [1.0, -1] {
          let value = sign * digits * Double("1e\(exponent)")!
          for width in 5...12 {
            let text = NumberFormat(width: width, significantDigits: 3).string(value)
            #expect(text.count <= width, "\(value) in \(width): \(text)")
            #expect(!text.contains("e0") && !text.contains("e-0") && !text.contains("e+"))
            try expectNear(text, value)
          }
        }
      }
    }
  }

  /// A text is within half a unit of its first digit of what it says.
  private func expectNear(_ text: String, _ value: Double) throws {
    if text == "~0" || text.hasSuffix("huge") { return #expect(value.magnitude < 1e-9 || value.magnitude > 1e9) }
    let suffixes: [Character: Double] = ["k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12]
    let factor = text.last.flatMap { suffixes[$0] } ?? 1
    let read = try #require(Double(factor == 1 ? text : String(text.dropLast()))) * factor
    #expect((read / value - 1).magnitude < 0.35, "\(value) was written as \(text)")
  }
}
