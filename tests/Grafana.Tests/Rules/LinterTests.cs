using Tidemark.Grafana.Lint.Rules;
using Tidemark.Testing;

namespace Tidemark.Grafana.Tests.Rules;

public sealed class LinterTests
{
    private static readonly Dictionary<string, Spoiling> All = Spoilings.All.ToDictionary(spoiling => spoiling.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Check_SpoiltBundle_IsNoticedByItsRule(string name) => Assert.NotEmpty(All[name].Remarks);

    [Fact]
    public void Check_BundleWithoutItsFolders_IsNoticed()
    {
        using var directory = new TemporaryDirectory();

        Assert.Equal(4, new ProvisioningFolders().Check(Shipped.Bundle with { Root = directory.Path }).Count());
    }

    [Fact]
    public void Rules_EachOfThem_HasAWayToBreakIt() =>
        Assert.Equal(
            Linter.Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal),
            Spoilings.All.Select(spoiling => spoiling.Rule).Append(nameof(ProvisioningFolders)).Distinct().Order(StringComparer.Ordinal));
}
