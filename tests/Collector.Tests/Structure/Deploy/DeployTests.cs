using System.Globalization;
using Microsoft.Extensions.Configuration;
using Tidemark.Collector.Diagnostics.Settings;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Query;
using Tidemark.Collector.Receive;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Tests.Structure.Compose;

namespace Tidemark.Collector.Tests.Structure.Deploy;

/// <summary>Manifests in the docs: settings exist, ports and paths respond, and the grace period suffices.</summary>
public sealed class DeployTests
{
    private static readonly ComposeNode Pod = Manifests.Of("Deployment")["spec", "template"];
    private static readonly ComposeNode Container = List(Pod["spec", "containers"]).Single();
    private static readonly UnitFile Unit = UnitFile.Read("docs/deploy/tidemark-collector.service");

    private static readonly TimeSpan StopTimeout = new ReceiveOptions().StopTimeout;

    [Fact]
    public void Manifests_InFolder_AreTheWholeSet() =>
        Assert.Equal(["Deployment", "PodDisruptionBudget", "Secret", "Service"], Manifests.All.Select(item => item.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Ports_OfContainer_AreTheProducts()
    {
        var ports = List(Container["ports"]).Select(port => Number(port["containerPort"]));

        Assert.Equal(new[] { new ReceiveOptions().Grpc, new ReceiveOptions().Http, new QueryOptions().Listen }.Select(PortOf), ports);
    }

    [Theory]
    [InlineData("startupProbe", "/healthz")]
    [InlineData("livenessProbe", "/healthz")]
    [InlineData("readinessProbe", "/readyz")]
    public void Probe_OfContainer_AsksTheApi(string probe, string path)
    {
        Assert.Equal(path, Container[probe, "httpGet", "path"].Text);
        Assert.Equal(PortOf(new QueryOptions().Listen), ContainerPort(Container[probe, "httpGet", "port"].Text));
        // These endpoints need no key.
        Assert.Contains($"\"{path}\"", SourceTree.Read("src/Collector/Query/Api/ApiGate.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void GracePeriod_OfPod_IsLongerThanAStopTakes()
    {
        var pause = TimeSpan.FromSeconds(Number(Container["lifecycle", "preStop", "sleep", "seconds"]));

        Assert.True(TimeSpan.FromSeconds(Number(Pod["spec", "terminationGracePeriodSeconds"])) > pause + StopTimeout);
    }

    [Fact]
    public void Environment_OfContainer_IsSettingsThatThereAre()
    {
        var variables = List(Container["env"]).Select(one => (one["name"].Text!, one["value"].Text ?? new string('0', 64)));

        Assert.Empty(Faults(variables));
    }

    [Fact]
    public void Secrets_ThatAreReferredTo_AreInTheExample()
    {
        var secret = Manifests.Of("Secret");
        var keys = secret["stringData"].Members.Select(member => member.Name).ToList();
        var references = List(Container["env"]).Select(one => one["valueFrom", "secretKeyRef"]).Where(one => one.Value is not null).ToList();
        var volume = List(Pod["spec", "volumes"]).Single(one => one["secret"].Value is not null)["secret"];

        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal(secret["metadata", "name"].Text, reference["name"].Text));
        Assert.Equal(secret["metadata", "name"].Text, volume["secretName"].Text);
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            references.Select(one => one["key"].Text).Concat(List(volume["items"]).Select(one => one["key"].Text)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(List(Container["env"]), one => one["value"].Text?.Contains("Password=", StringComparison.OrdinalIgnoreCase) == true);
    }

    [Fact]
    public void Selectors_OfServiceAndBudget_FindThePods()
    {
        var labels = Labels(Pod["metadata", "labels"]);

        Assert.Equal(labels, Labels(Manifests.Of("Deployment")["spec", "selector", "matchLabels"]));
        Assert.Equal(labels, Labels(Manifests.Of("Service")["spec", "selector"]));
        Assert.Equal(labels, Labels(Manifests.Of("PodDisruptionBudget")["spec", "selector", "matchLabels"]));
        Assert.True(Number(Manifests.Of("PodDisruptionBudget")["spec", "minAvailable"]) < Number(Manifests.Of("Deployment")["spec", "replicas"]));
        Assert.All(List(Manifests.Of("Service")["spec", "ports"]), port => Assert.Equal(Number(port["port"]), ContainerPort(port["targetPort"].Text)));
    }

    [Fact]
    public void Rights_OfContainer_AreFew()
    {
        Assert.Equal("true", Pod["spec", "securityContext", "runAsNonRoot"].Text);
        Assert.Equal("true", Container["securityContext", "readOnlyRootFilesystem"].Text);
        Assert.Equal("false", Container["securityContext", "allowPrivilegeEscalation"].Text);
        Assert.Equal(["ALL"], Container["securityContext", "capabilities", "drop"].Items);
    }

    [Fact]
    public void Unit_OfSystemd_StopsTheCollectorAloneAndWaitsLongEnough()
    {
        var limit = TimeSpan.FromSeconds(int.Parse(Unit.One("Service", "TimeoutStopSec"), CultureInfo.InvariantCulture));

        Assert.True(limit > StopTimeout + new EmbeddedPostgresOptions().StopTimeout);
        Assert.Equal("mixed", Unit.One("Service", "KillMode"));
        Assert.Equal("on-failure", Unit.One("Service", "Restart"));
        Assert.EndsWith("/collector", Unit.One("Service", "ExecStart"), StringComparison.Ordinal);
        Assert.Equal($"{Unit.One("Service", "ExecStart")} --check", Unit.One("Service", "ExecStartPre"));
        Assert.NotEqual("root", Unit.One("Service", "User"));
        Assert.Equal("multi-user.target", Unit.One("Install", "WantedBy"));
    }

    [Fact]
    public void Environment_OfUnit_IsSettingsThatThereAre()
    {
        var file = SourceTree.Read("docs/deploy/collector.env").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
        var variables = file.Concat(Unit.All("Service", "Environment")).Select(line => line.Split('=', 2)).Select(pair => (pair[0], pair[1])).ToList();

        Assert.Empty(Faults(variables));
        Assert.EndsWith("/collector.env", Unit.One("Service", "EnvironmentFile"), StringComparison.Ordinal);
    }

    // The collector's own check at start.
    private static IReadOnlyList<string> Faults(IEnumerable<(string Name, string Value)> variables)
    {
        var settings = variables.Select(one => KeyValuePair.Create(one.Name.Replace("__", ":", StringComparison.Ordinal), (string?)one.Value));
        return [.. new SettingsCheck(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Run()];
    }

    private static IReadOnlyList<ComposeNode> List(ComposeNode node) =>
        node.Value is List<object> list ? [.. list.Select(item => new ComposeNode("", item))] : [];

    private static IReadOnlyList<(string, string?)> Labels(ComposeNode node) => [.. node.Members.Select(member => (member.Name, member.Text))];

    private static int Number(ComposeNode node) => int.Parse(node.Text!, CultureInfo.InvariantCulture);

    private static int PortOf(string address) => ListenAddress.Parse(address).Single().Port;

    private static int ContainerPort(string? name) => Number(List(Container["ports"]).Single(port => port["name"].Text == name)["containerPort"]);
}
