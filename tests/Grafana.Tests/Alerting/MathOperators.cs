namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>The binary operators of Grafana's math expressions, lowest precedence first. NaN propagates.</summary>
internal static class MathOperators
{
    public static IReadOnlyList<IReadOnlyDictionary<string, Func<double, double, double>>> Levels { get; } =
    [
        Level(("||", (a, b) => a != 0 ? 1 : OrNaN(a, b, Truth(b != 0)))),
        Level(("&&", (a, b) => a == 0 ? 0 : OrNaN(a, b, Truth(b != 0)))),
        Level(
            ("==", (a, b) => OrNaN(a, b, Truth(a == b))),
            ("!=", (a, b) => OrNaN(a, b, Truth(a != b))),
            (">=", (a, b) => OrNaN(a, b, Truth(a >= b))),
            ("<=", (a, b) => OrNaN(a, b, Truth(a <= b))),
            (">", (a, b) => OrNaN(a, b, Truth(a > b))),
            ("<", (a, b) => OrNaN(a, b, Truth(a < b)))),
        Level(("+", (a, b) => a + b), ("-", (a, b) => a - b)),
        Level(("*", (a, b) => a * b), ("/", (a, b) => a / b)),
    ];

    private static Dictionary<string, Func<double, double, double>> Level(params (string Sign, Func<double, double, double> Apply)[] operators) =>
        operators.ToDictionary(one => one.Sign, one => one.Apply, StringComparer.Ordinal);

    private static double OrNaN(double a, double b, double result) => double.IsNaN(a) || double.IsNaN(b) ? double.NaN : result;

    private static double Truth(bool value) => value ? 1 : 0;
}
