/*
 * Patterns of tar for what a User Mode Linux of this configuration never reads: C files of other
 * hardware, other architectures.
 */
const drivers =
  'accel accessibility android ata bluetooth comedi cpufreq crypto edac firewire fpga ' +
  'greybus hid hwmon hwtracing iio infiniband input isdn leds macintosh md media memstick ' +
  'message mfd misc mmc mtd net nfc ntb nvdimm nvme parport pcmcia perf phy pinctrl ' +
  'platform power rapidio regulator remoteproc rpmsg s390 scsi soc soundwire spi staging ' +
  'target thunderbolt ufs usb vdpa vfio vhost watchdog xen w1';
const drm =
  'amd arm armada aspeed ast atmel-hlcdc etnaviv exynos gma500 hisilicon i915 imx ingenic ' +
  'kmb lima logicvc loongson mcde mediatek meson mgag200 msm mxsfb nouveau omapdrm panfrost ' +
  'panthor pl111 qxl radeon renesas rockchip solomon sprd sti stm sun4i tegra tidss tilcdc ' +
  'tiny tve200 udl v3d vboxvideo vc4 virtio vkms vmwgfx xe xen xlnx';
const filesystems =
  '9p afs btrfs ceph cifs smb ext4 f2fs gfs2 jfs nfs nfsd ntfs ntfs3 ocfs2 reiserfs ubifs udf xfs bcachefs';
const architectures =
  'alpha arc arm arm64 csky hexagon ia64 loongarch m68k microblaze mips nios2 openrisc ' +
  'parisc powerpc riscv s390 sh sparc xtensa';
const tools = 'testing perf power bpf thermal iio usb gpio net mm tracing accounting';
const words = (text: string): string[] => text.split(' ');

/** The patterns for the source of a series. */
export function unpackedInPart(series: string): readonly string[] {
  const top = `linux-source-${series}`;
  const c = [
    ...words('sound samples net'),
    ...words(drivers).map((one) => `drivers/${one}`),
    ...words(drm).map((one) => `drivers/gpu/drm/${one}`),
    ...words(filesystems).map((one) => `fs/${one}`),
    ...words(architectures).map((one) => `arch/${one}`),
    ...words(tools).map((one) => `tools/${one}`),
  ];
  return [
    ...c.map((one) => `${top}/${one}/*.[chS]`),
    ...words(architectures).map((one) => `${top}/arch/${one}/*.dts*`),
    `${top}/Documentation/translations/*`,
    `${top}/Documentation/devicetree/*.yaml`,
  ];
}
