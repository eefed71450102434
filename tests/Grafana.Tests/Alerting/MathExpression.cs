using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Tests.Alerting;

/// <summary>A math expression over steps, such as <c>$value &gt;= $limit &amp;&amp; $value &lt; $next</c>, parsed and evaluated as Grafana does.</summary>
internal sealed partial class MathExpression
{
    private readonly string[] _tokens;
    private readonly IReadOnlyDictionary<string, NumberSet> _steps;
    private int _next;

    private MathExpression(string text, IReadOnlyDictionary<string, NumberSet> steps) =>
        (_tokens, _steps) = ([.. Token().Matches(text).Select(match => match.Value)], steps);

    /// <exception cref="FormatException">The text is not an expression.</exception>
    public static NumberSet Evaluate(string text, IReadOnlyDictionary<string, NumberSet> steps)
    {
        var expression = new MathExpression(text, steps);
        var result = expression.Level(0);
        return expression._next == expression._tokens.Length ? result : throw new FormatException($"'{text}' continues after its end.");
    }

    private NumberSet Level(int level)
    {
        if (level == MathOperators.Levels.Count)
            return Term();

        var left = Level(level + 1);
        while (_next < _tokens.Length && MathOperators.Levels[level].TryGetValue(_tokens[_next], out var apply))
        {
            _next++;
            left = left.Combine(Level(level + 1), apply);
        }

        return left;
    }

    private NumberSet Term()
    {
        var token = _next < _tokens.Length ? _tokens[_next++] : throw new FormatException("The expression ends too soon.");
        if (token == "(")
        {
            var inner = Level(0);
            return _next < _tokens.Length && _tokens[_next++] == ")" ? inner : throw new FormatException("A bracket is not closed.");
        }

        return token.StartsWith('$')
            ? _steps.GetValueOrDefault(token.Trim('$', '{', '}')) ?? throw new FormatException($"There is no step {token}.")
            : NumberSet.Constant(double.Parse(token, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\$\{\w+\}|\$\w+|\d+(\.\d+)?|&&|\|\||[=!<>]=|[-+*/<>()]")]
    private static partial Regex Token();
}
