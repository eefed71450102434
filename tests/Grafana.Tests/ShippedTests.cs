using Tidemark.Grafana.Lint;
using Tidemark.Grafana.Lint.Rules;

namespace Tidemark.Grafana.Tests;

public sealed class ShippedTests
{
    [Fact]
    public void Bundle_AsShipped_BreaksNoRule() => Assert.Empty(Linter.Check(Shipped.Bundle));

    [Fact]
    public void CheckCommand_OnTheBundleAsShipped_FindsNothingToFormat()
    {
        using var output = new StringWriter();

        Assert.True(LintCommand.Run(["check", Shipped.Root], output, TextWriter.Null) == 0, output.ToString());
    }
}
