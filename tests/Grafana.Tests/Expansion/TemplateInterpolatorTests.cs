using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Tests.Expansion;

public sealed class TemplateInterpolatorTests
{
    private static readonly TemplateInterpolator Interpolator = new(new Dictionary<string, VariableValue>
    {
        ["one"] = VariableValue.Single("O'Brien"),
        ["many"] = VariableValue.Multiple("a", "b'c"),
        ["quoted"] = VariableValue.Multiple("say \"hi\""),
        ["none"] = VariableValue.Multiple(),
        ["all"] = VariableValue.All("''"),
    });

    [Theory]
    [InlineData("= '$one'", "= 'O''Brien'")]
    [InlineData("= '${one}'", "= 'O''Brien'")]
    [InlineData("= '[[one]]'", "= 'O''Brien'")]
    [InlineData("IN ($many)", "IN ('a','b''c')")]
    [InlineData("IN (${many:sqlstring})", "IN ('a','b''c')")]
    [InlineData("IN (${one:sqlstring})", "IN ('O''Brien')")]
    [InlineData("IN (${quoted:sqlstring})", "IN ('say \\\"hi\\\"')")]
    [InlineData("IN (${one:singlequote})", "IN ('O\\'Brien')")]
    [InlineData("${many:csv}", "a,b'c")]
    [InlineData("${many:raw}", "a,b'c")]
    [InlineData("${many:pipe}", "a|b'c")]
    [InlineData("${many:json}", "[\"a\",\"b'c\"]")]
    [InlineData("${one:percentencode}", "O%27Brien")]
    [InlineData("${many:text}", "a + b'c")]
    [InlineData("IN ($none)", "IN ()")]
    [InlineData("ARRAY[${all:sqlstring}]", "ARRAY['']")]
    [InlineData("ARRAY[$all]", "ARRAY['']")]
    [InlineData("${all:text}", "All")]
    [InlineData("$__timeFilter(t) AND $unknown", "$__timeFilter(t) AND $unknown")]
    public void Interpolate_EachForm_IsWhatTheBrowserSends(string text, string expected) => Assert.Equal(expected, Interpolator.Interpolate(text));

    [Fact]
    public void Interpolate_UnknownFormat_Throws() => Assert.Throws<MacroException>(() => Interpolator.Interpolate("${one:sql}"));

    [Fact]
    public void References_SqlWithMacrosAndVariables_NamesAll() =>
        Assert.Equal(
            [
                new VariableReference("$__timeFrom", "__timeFrom", ""), new VariableReference("${a:sqlstring}", "a", "sqlstring"),
                new VariableReference("$b", "b", "")
            ],
            TemplateInterpolator.References("$__timeFrom(), ${a:sqlstring}, $b"));
}
