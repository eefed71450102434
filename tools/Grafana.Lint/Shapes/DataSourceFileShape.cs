using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>What Grafana 12.4 reads from <c>provisioning/datasources/*.yaml</c>, for a PostgreSQL source.</summary>
internal static class DataSourceFileShape
{
    private static readonly IShape JsonData = Object(
        ("database*", Text),
        ("sslmode*", Text),
        ("tlsConfigurationMethod", OneOf("file-path", "file-content")),
        ("sslRootCertFile", Text),
        ("sslCertFile", Text),
        ("sslKeyFile", Text),
        ("timescaledb*", Flag),
        ("maxOpenConns*", Integer),
        ("connMaxLifetime", Integer),
        ("timeInterval*", Text),
        ("postgresVersion*", Integer),
        ("enableSecureSocksProxy", Flag));

    private static readonly IShape SecureJsonData = Object(
        ("password", Text), ("tlsCACert", Text), ("tlsClientCert", Text), ("tlsClientKey", Text));

    private static readonly IShape DataSource = Object(
        ("name*", Text),
        ("uid*", Text),
        ("type*", OneOf("grafana-postgresql-datasource")),
        ("orgId", Integer),
        ("access", OneOf("proxy")),
        ("url*", Text),
        ("user*", Text),
        ("isDefault", Flag),
        ("editable", Flag),
        ("jsonData*", JsonData),
        ("secureJsonData", SecureJsonData));

    // Grafana also reads deleteDatasources and prune, which are not allowed: deleting a data source breaks alert rules.
    public static IShape File { get; } = Object(("apiVersion*", NumberOf(1)), ("datasources*", List(DataSource)));
}
