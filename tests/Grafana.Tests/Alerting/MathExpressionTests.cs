namespace Tidemark.Grafana.Tests.Alerting;

public sealed class MathExpressionTests
{
    private static readonly Dictionary<string, NumberSet> Steps = new()
    {
        ["value"] = new NumberSet([Number(5, "a"), Number(9, "b"), Number(double.NaN, "c")]),
        ["limit"] = NumberSet.Constant(5),
        ["next"] = NumberSet.Constant(8),
        ["none"] = new NumberSet([]),
    };

    [Theory]
    [InlineData("$value > $limit", 0, 1)]
    [InlineData("$value >= $limit", 1, 1)]
    [InlineData("$value >= $limit && $value < $next", 1, 0)]
    [InlineData("$value < $limit || $value > $next", 0, 1)]
    [InlineData("($value - 1) * 2 == ${next}", 1, 0)]
    [InlineData("$value / 2 != 2.5", 0, 1)]
    public void Evaluate_LabelledValues_AreComparedOneByOne(string expression, double a, double b)
    {
        var result = MathExpression.Evaluate(expression, Steps);

        Assert.Equal([a, b], result.Numbers.Take(2).Select(number => number.Value));
        Assert.Equal("b", result.Numbers[1].Labels["name"]);
    }

    [Theory]
    [InlineData("$value > $limit", double.NaN)]
    [InlineData("$value > $limit && 1", double.NaN)]
    [InlineData("$value > $limit || 0", 1)]
    public void Evaluate_NotANumber_StaysSoExceptBeforeOr(string expression, double expected) =>
        Assert.Equal(expected, MathExpression.Evaluate(expression, Steps).Numbers[2].Value);

    [Fact]
    public void Evaluate_StepWithoutData_HasNoData() => Assert.True(MathExpression.Evaluate("$value > $none", Steps).IsNoData);

    [Theory]
    [InlineData("$value >")]
    [InlineData("($value > 1")]
    [InlineData("$value 1")]
    [InlineData("$other > 1")]
    public void Evaluate_NoExpression_Throws(string expression) => Assert.Throws<FormatException>(() => MathExpression.Evaluate(expression, Steps));

    private static LabelledNumber Number(double value, string name) => new(new Dictionary<string, string> { ["name"] = name }, value);
}
