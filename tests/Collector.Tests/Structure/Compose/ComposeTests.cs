using System.Text.RegularExpressions;

namespace Tidemark.Collector.Tests.Structure.Compose;

public sealed partial class ComposeTests
{
    private static readonly ComposeFile File = ComposeFile.Read();

    public static TheoryData<string> Services => [.. File.Services.Select(service => service.Name)];

    [Fact]
    public void Services_OfFile_AreTheWholeProduct() =>
        Assert.Equal(
            ["collector", "grafana", "grafana-account", "postgres", "research-desk", "storefront", "storefront-staging"],
            File.Services.Select(service => service.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Services))]
    public void Image_EachService_IsPinned(string name) => Assert.Matches(PinnedImage(), File.Service(name)["image"].Text);

    [Theory]
    [MemberData(nameof(Services))]
    public void Rights_EachService_AreFew(string name)
    {
        var service = File.Service(name);

        Assert.Matches(UnprivilegedUser(), service["user"].Text);
        Assert.Equal("true", service["read_only"].Text);
        Assert.Equal(["ALL"], service["cap_drop"].Items);
        Assert.Empty(service["cap_add"].Items);
        Assert.Contains("no-new-privileges:true", service["security_opt"].Items);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Resources_EachService_AreBounded(string name)
    {
        var limits = File.Service(name)["deploy", "resources", "limits"];

        Assert.All(["cpus", "memory", "pids"], limit => Assert.NotNull(limits[limit].Text));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Environment_EachService_HoldsNoSecret(string name)
    {
        var reported = from variable in File.Service(name)["environment"].Members
                       where SecretName().IsMatch(variable.Name) && !variable.Name.EndsWith("FILE", StringComparison.OrdinalIgnoreCase)
                       select variable.Name;

        Assert.Empty(reported);
        Assert.DoesNotMatch("(?i)password=", string.Join(';', File.Service(name)["environment"].Members.Select(variable => variable.Text)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Ports_EachService_AreOnLoopback(string name) => Assert.All(File.Service(name)["ports"].Items, port => Assert.StartsWith("127.0.0.1:", port));

    [Theory]
    [MemberData(nameof(Services))]
    public void Start_EachService_WaitsForHealth(string name)
    {
        foreach (var needed in File.Service(name)["depends_on"].Members)
        {
            Assert.Equal("service_healthy", needed["condition"].Text);
            Assert.NotEmpty(File.Service(needed.Name)["healthcheck", "test"].Items);
        }
    }

    [Fact]
    public void Postgres_Ports_AreNotPublished() => Assert.Empty(File.Service("postgres")["ports"].Items);

    [Fact]
    public void Secrets_EachOne_IsFileThatDevMakes()
    {
        var made = SourceTree.Read("scripts/secrets.sh");

        Assert.NotEmpty(File.Secrets);
        Assert.All(File.Secrets, secret =>
        {
            Assert.Equal($"./secrets/{secret.Name}", secret["file"].Text);
            Assert.Contains($" {secret.Name}", made);
        });
    }

    [Theory]
    [InlineData("src/Collector/Dockerfile")]
    [InlineData("samples/AgentFleet/Dockerfile")]
    public void Dockerfile_Stages_ArePinnedAndEndUnprivileged(string path)
    {
        var lines = SourceTree.Read(path).Split('\n');

        Assert.All(lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), from => Assert.Matches(PinnedImage(), from.Split(' ')[1]));
        Assert.Equal("USER $APP_UID", lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tags_OfGrafana_AgreeWithDev() =>
        Assert.Contains($"grafana_version={File.Service("grafana")["image"].Text!.Split(':')[1]}\n", SourceTree.Read("dev"));

    [GeneratedRegex(@":v?\d+\.\d+(\.\d+)?[\w.-]*$")]
    private static partial Regex PinnedImage();

    [GeneratedRegex("^[1-9][0-9]*:[0-9]+$")]
    private static partial Regex UnprivilegedUser();

    [GeneratedRegex("(?i)password|secret|token|api_?key")]
    private static partial Regex SecretName();
}
