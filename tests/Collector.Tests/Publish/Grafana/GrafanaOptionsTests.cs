using Tidemark.Collector.Publish.Grafana;

namespace Tidemark.Collector.Tests.Publish.Grafana;

public sealed class GrafanaOptionsTests
{
    [Fact]
    public void Options_Default_AreValidAndOff() => Assert.True(Validate(new GrafanaOptions()).Succeeded);

    [Theory]
    [InlineData("http://grafana:3000")]
    [InlineData("https://example.com/grafana/")]
    public void Url_OfARoot_IsValid(string url) => Assert.True(Validate(new GrafanaOptions { Url = url, TokenFile = "/run/secrets/token" }).Succeeded);

    [Theory]
    [InlineData("grafana:3000")]
    [InlineData("ftp://grafana")]
    [InlineData("http://admin:secret@grafana:3000")]
    [InlineData("http://grafana:3000/?orgId=1")]
    public void Url_OfAnythingElse_IsRefusedWithoutRepeatingIt(string url)
    {
        var result = Validate(new GrafanaOptions { Url = url });

        Assert.Contains("Tidemark:Grafana:Url must be", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_SeveralFaults_AreReportedTogether()
    {
        var result = Validate(new GrafanaOptions
        {
            Token = "t",
            PasswordFile = "f",
            User = "a:b",
            MinBackoff = TimeSpan.FromMinutes(1),
            Lease = TimeSpan.FromSeconds(2),
        });

        Assert.Equal(5, result.Failures!.Count());
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(GrafanaOptions options) => new GrafanaOptionsValidator().Validate(null, options);
}
