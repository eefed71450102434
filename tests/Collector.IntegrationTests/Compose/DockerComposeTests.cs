namespace Tidemark.Collector.IntegrationTests.Compose;

public sealed class DockerComposeTests
{
    [DockerComposeFact]
    public void Config_WithDemoProfile_IsAccepted()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "docker-compose.yml"))) root = root.Parent!;

        var (code, output) = DockerComposeFactAttribute.Run("--project-directory", root.FullName, "--profile", "demo", "config", "--quiet")!.Value;

        Assert.True(code == 0, output);
    }
}
